import fc from 'fast-check'
import { Query } from 'mingo'
import { Database } from '../../emulator/database/database'
import { parseStored, parseWire, storedText, type Document } from '../../emulator/database/ejson'
import { count, find } from '../../emulator/database/find'
import { sortDocuments, type Order } from '../../emulator/database/compare'
import { matcherOf } from '../../emulator/database/match'
import { Sql } from '../../emulator/database/sql'

const scalar = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'a',
      'b',
      'ab',
      '',
      '0',
      '5',
      '[1]',
      '{"b":1}',
      '\u0000',
      'a\u0000',
      '\ufffd',
      '😀',
      '\ud800',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      0,
      1,
      5,
      -1,
      0.1,
      0.30000000000000004,
      1.5,
      2 ** 53,
      2 ** 60,
      Infinity,
      -Infinity,
      NaN,
      1000,
    ),
  },
  fc.boolean(),
  fc.constantFrom(new Date(0), new Date(5), new Date(1000), new Date(-1)),
  fc.constant(null),
)
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.array(fc.record({ b: scalar }), { maxLength: 2 }),
  fc.record({ b: scalar }),
  fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
)
/** Two kinds on one path that SQL cannot tell apart, without anything that would make it distrust the path. */
const lookAlike = fc.constantFrom<unknown>(0, 1, false, true, new Date(0), new Date(1), null, '1', '')
/** Sets of documents where a path is of one kind, so that SQL is trusted, and sets where anything goes. */
const documents = fc.oneof(
  fc.array(fc.record({ a: value, n: value, u: value }, { requiredKeys: [] }), { maxLength: 12 }),
  fc.array(fc.record({ a: lookAlike, n: lookAlike }, { requiredKeys: [] }), { maxLength: 6 }),
  fc
    .constantFrom<fc.Arbitrary<unknown>[]>(
      [fc.string({ maxLength: 2 }), fc.integer({ min: -2, max: 9 })],
      [fc.integer({ min: -2, max: 9 }), fc.date({ min: new Date(0), max: new Date(9), noInvalidDate: true })],
      [fc.boolean(), fc.double({ min: -2, max: 2 })],
    )
    .chain(([a, n]) =>
      fc.array(
        fc.record(
          { a: fc.option(a as fc.Arbitrary<unknown>), n: fc.record({ b: n as fc.Arbitrary<unknown> }) },
          { requiredKeys: [] },
        ),
        { maxLength: 12 },
      ),
    ),
)
const operand = fc.oneof(
  scalar,
  lookAlike,
  fc.integer({ min: -2, max: 9 }),
  fc.string({ maxLength: 2 }),
  fc.date({ min: new Date(0), max: new Date(9), noInvalidDate: true }),
)
const condition: fc.Arbitrary<unknown> = fc.oneof(
  operand,
  fc
    .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), operand)
    .map(([operator, bound]) => ({ [operator]: bound })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(operand, { maxLength: 3 }))
    .map(([operator, list]) => ({ [operator]: list })),
  fc.tuple(operand, operand).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.constantFrom<unknown>(
    { $exists: true },
    { $exists: false },
    { b: 1 },
    [1],
    { $not: { $gt: 1 } },
    { $size: 1 },
    { $all: ['a'] },
    { $elemMatch: { b: 1 } },
    { $elemMatch: { $gt: 0, $lt: 6 } },
    { $type: 'number' },
    { $mod: [5, 0] },
    { $regex: '^a' },
    { $not: { $in: ['a', null] } },
    { $nin: [null] },
    { $gte: null },
  ),
)
const path = fc.constantFrom('a', 'n', 'n.b', 'a.b', 'u', 'u.b', 'a.0', 'other')
const simple = fc.tuple(path, condition).map(([field, wanted]): Document => ({ [field]: wanted }))
const query: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: simple },
  fc.tuple(simple, simple).map(([one, two]) => ({ ...one, ...two })),
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(simple, { minLength: 1, maxLength: 3 }))
    .map(([operator, list]) => ({ [operator]: list })),
)
const order: fc.Arbitrary<Order> = fc.array(fc.tuple(path, fc.constantFrom<1 | -1>(1, -1)), { maxLength: 2 })

const stored = (list: Document[]): { database: Database; live: Document[] } => {
  const database = new Database(new Sql(':memory:'), [
    {
      name: 'd',
      indexes: [
        {
          name: 'an',
          fields: [
            ['a', 1],
            ['n', -1],
          ],
        },
        { name: 'nb', fields: [['n.b', 1]] },
        { name: 'ab', fields: [['a.b', -1]] },
      ],
    },
  ])
  database.load({ d: list.map((document, i) => ({ _id: `d${i}`, ...document })) })
  return { database, live: list.map((document, i) => parseStored(storedText({ _id: `d${i}`, ...document }))) }
}

test('what SQL narrows, orders and limits is what the full set gives, for any documents and queries', () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(fc.tuple(query, order, fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 8 }),
      (list, asked) => {
        const { database, live } = stored(list as Document[])
        const table = database.table('d')
        for (const [wanted, by, offset, limit] of asked) {
          const matches = matcherOf(wanted)
          const expected = sortDocuments(live.filter(matches), by, (document) => document).map(
            (document) => document._id,
          )
          const at = (options: object) =>
            find(table, { query: wanted, order: by, ...options }).map((found) => found.document._id)
          expect(at({})).toEqual(expected)
          expect(at({ offset, limit: limit + 1 })).toEqual(expected.slice(offset, offset + limit + 1))
          expect(count(table, wanted)).toBe(expected.length)
        }
        database.sql.close()
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 200) },
  )
})

test('a document survives storage: every kind of value comes back equal', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1, maxLength: 3 }).filter((key) => !key.startsWith('$') && key !== '__proto__'),
        value,
      ),
      (document) => {
        expect(parseStored(storedText(document))).toEqual(document)
        expect(parseWire(storedText(document), 0)).toEqual(document)
      },
    ),
  )
})

/**
 * Values on which an independent matcher, mingo, is known to agree with MongoDB: it takes other sides on arrays within
 * arrays, gaps beside scalars in arrays, the order of an object's fields, and null in ranges. Those have literal
 * tests in `conformance/`.
 */
const agreed = fc.oneof(
  fc.constantFrom<unknown>('a', 'b', 'ab', '', 0, 1, 5, -1, 0.5, true, false, new Date(0), new Date(5)),
  fc.array(fc.constantFrom<unknown>('a', 'b', 0, 1, 5, true), { minLength: 1, maxLength: 3 }),
)
const agreedOperand = fc.constantFrom<unknown>('a', 'ab', '', 0, 1, 5, 0.5, true, false, new Date(0), new Date(5))
const agreedCondition: fc.Arbitrary<Document> = fc.oneof(
  fc
    .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), agreedOperand)
    .map(([operator, bound]) => ({ [operator]: bound })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(fc.oneof(agreedOperand, fc.constant(null)), { maxLength: 3 }))
    .map(([operator, list]) => ({ [operator]: list })),
  fc.constantFrom<Document>({ $exists: true }, { $exists: false }, { $eq: null }, { $ne: null }),
)
const agreedQuery: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'n', 'o.b'), agreedCondition).map(([field, wanted]) => ({ [field]: wanted })),
  fc
    .tuple(
      fc.constantFrom('$and', '$or', '$nor'),
      fc.array(
        fc.tuple(fc.constantFrom('a', 'n', 'o.b'), agreedCondition).map(([field, wanted]) => ({ [field]: wanted })),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([operator, list]) => ({ [operator]: list })),
)

test('a second matcher, written by others, finds the same documents in the full set', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record(
          { a: agreed, n: fc.option(agreed), o: fc.record({ b: agreed }, { requiredKeys: [] }) },
          { requiredKeys: [] },
        ),
        { maxLength: 10 },
      ),
      fc.array(agreedQuery, { minLength: 1, maxLength: 6 }),
      (list, asked) => {
        const { database, live } = stored(list as Document[])
        for (const wanted of asked) {
          const theirs = live.filter((document) => new Query(wanted).test(document)).map(({ _id }) => _id)
          expect(find(database.table('d'), { query: wanted }).map((found) => found.document._id)).toEqual(theirs)
        }
        database.sql.close()
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 100) },
  )
})
