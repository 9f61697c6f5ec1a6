import fc from 'fast-check'
import { orderedBranches } from '../../emulator/database/branches'
import { sortDocuments, type Order } from '../../emulator/database/compare'
import { Database } from '../../emulator/database/database'
import { parseStored, storedText, type Document } from '../../emulator/database/ejson'
import { findJson } from '../../emulator/database/find'
import { matcherOf } from '../../emulator/database/match'
import { Sql } from '../../emulator/database/sql'

const fields = (...names: (readonly [string, 1 | -1])[]) => ({
  name: names.map(([path]) => path).join('_'),
  fields: names,
})

const stored = (list: readonly Document[]): { database: Database; live: Document[] } => {
  const indexes = [fields(['cell', 1], ['open', 1], ['at', -1], ['_id', -1]), fields(['who', 1], ['at', -1])]
  const database = new Database(new Sql(':memory:'), [{ name: 'd', indexes }])
  const live = list.map((document, n) => ({ _id: `d${n}`, ...document }))
  database.load({ d: live })
  return { database, live: live.map((document) => parseStored(storedText(document))) }
}

const letter = fc.constantFrom('a', 'b', 'c')
const at = fc.integer({ min: 0, max: 3 })
const documents = fc.array(
  fc.record({ cell: letter, open: fc.boolean(), at, who: letter, free: at }, { requiredKeys: ['cell'] }),
  { maxLength: 25 },
)
const cells = fc.array(letter, { maxLength: 4 }).map(($in) => ({ cell: { $in } }))
const whole = fc.tuple(cells, fc.boolean()).map(([cell, open]): Document => ({ ...cell, open }))
const late = fc.tuple(whole, at).map(([one, $gt]): Document => ({ ...one, at: { $gt } }))
const someone = fc.array(letter, { maxLength: 3 }).map(($in): Document => ({ who: { $in } }))
const choice = fc
  .array(fc.oneof(whole, late, someone), { minLength: 1, maxLength: 3 })
  .map(($or): Document => ({ $or }))
const beside = fc.oneof(
  fc.constant<Document>({}),
  letter.map((who): Document => ({ $or: [{ who }, { free: 1 }] })),
  at.map(($lte): Document => ({ at: { $lte } })),
)
const query = fc
  .tuple(fc.oneof(whole, late, someone, choice), beside)
  .map(([one, two]): Document => ({ $and: [one, two] }))
const order = fc.constantFrom<Order>(
  [['at', -1]],
  [['at', 1]],
  [
    ['at', -1],
    ['_id', -1],
  ],
  [
    ['at', 1],
    ['_id', 1],
  ],
)

test('what is read in branches and merged is what is found and sorted, each document once', () => {
  let merged = 0
  fc.assert(
    fc.property(
      documents,
      fc.array(fc.tuple(query, order, fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 6 }),
      (list, asked) => {
        const { database, live } = stored(list)
        const table = database.table('d')
        for (const [wanted, by, limit] of asked) {
          if (orderedBranches(table, wanted, by)) merged++
          const expected = sortDocuments(live.filter(matcherOf(wanted)), by, (one) => one).slice(0, limit)
          const found = JSON.parse(findJson(table, { query: wanted, order: by, limit })) as string[]
          expect(found.map((text) => parseStored(text)._id)).toEqual(expected.map(({ _id }) => _id))
        }
        database.sql.close()
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 300) },
  )
  expect(merged).toBeGreaterThan(100)
})

test('a query is read in branches only where an index reads each of them in its order, and none reads the whole as closely', () => {
  const table = stored([]).database.table('d')
  const newest: Order = [['at', -1]]
  const branches = (wanted: Document) => orderedBranches(table, wanted, newest)?.length ?? 1
  expect(branches({ cell: { $in: ['a', 'b'] }, open: true })).toBe(2)
  expect(branches({ cell: { $in: ['a', 'b', 'a'] }, open: { $in: [true, false] } })).toBe(4)
  expect(branches({ cell: { $in: ['a'] }, open: true })).toBe(1)
  expect(branches({ cell: { $in: ['a', 'b'] } })).toBe(1)
  expect(branches({ who: 'a', cell: { $in: ['a', 'b'] }, open: true })).toBe(2)
  expect(branches({ who: 'a', cell: { $in: ['a', 'b'] } })).toBe(1)
  expect(branches({ $or: [{ cell: 'a', open: true }, { who: { $in: ['a', 'b'] } }] })).toBe(3)
  expect(branches({ $or: [{ cell: 'a', open: true }, { free: 1 }] })).toBe(1)
  expect(branches({ who: { $in: Array.from({ length: 101 }, (_, n) => `w${n}`) } })).toBe(1)
})

test('the engine merges what each index reads in order, and sorts nothing', () => {
  const { database } = stored([{ cell: 'a', open: true, at: 1 }])
  const asked: string[] = []
  const get = database.sql.get.bind(database.sql)
  database.sql.get = (sql, params) => {
    asked.push(...database.sql.all(`EXPLAIN QUERY PLAN ${sql}`, params).map((row) => String(row[3])))
    return get(sql, params)
  }
  const order: Order = [
    ['at', -1],
    ['_id', -1],
  ]
  findJson(database.table('d'), { query: { cell: { $in: ['a', 'b'] }, open: true }, order, limit: 5 })
  expect(asked.filter((step) => step.startsWith('MERGE'))).toHaveLength(1)
  expect(asked.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
})

test('what would be too many branches is read by an index that begins with less', () => {
  const indexes = [fields(['who', 1], ['at', -1]), fields(['who', 1], ['cell', 1], ['at', -1])]
  const database = new Database(new Sql(':memory:'), [{ name: 'd', indexes }])
  const branches = (cells: number) => {
    const cell = { $in: Array.from({ length: cells }, (_, n) => `c${n}`) }
    const query = { who: { $in: ['a', 'b'] }, cell }
    return orderedBranches(database.table('d'), query, [['at', -1]])?.length
  }
  expect(branches(50)).toBe(100)
  expect(branches(51)).toBe(2)
})
