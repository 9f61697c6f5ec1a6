import { init } from '@cloudbase/node-sdk'
import fc from 'fast-check'
import type { Cloud } from '../../emulator'
import { startTestCloud } from './cloud'

const indexed = ['s', 'n', 'b', 'd', 'mixed', 'deep.n', 'never']
const paths = [...indexed, 'word', 'count', 'free', 'lists.n']
const indexes = indexed.map((path) => ({ name: path.replace('.', '_'), fields: [[path, 1]] as const }))
let cloud: Cloud
let database: ReturnType<ReturnType<typeof init>['database']>

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      { name: 'indexed', indexes },
      { name: 'plain', indexes: [] },
    ],
  })
  Object.assign(process.env, cloud.sdkEnvironment)
  database = init({ env: 'local-test' }).database()
})
afterAll(() => cloud.close())

const small = fc.integer({ min: -3, max: 3 })
const document = fc.record(
  {
    s: fc.constantFrom('甲', '乙', '', '😀', '\ue000'),
    n: fc.oneof({ weight: 20, arbitrary: small }, fc.constantFrom(0.1, 0.2, 2 ** 53 - 1)),
    b: fc.boolean(),
    d: small.map((day) => new Date(day * 86_400_000)),
    mixed: fc.oneof(small, fc.boolean(), fc.constant('甲'), fc.constant(null), fc.array(small, { maxLength: 2 })),
    word: fc.oneof(
      { weight: 60, arbitrary: fc.constantFrom('甲', '1') },
      fc.constantFrom('a\\u0041', '\u0000', '\ud800'),
    ),
    count: fc.oneof({ weight: 20, arbitrary: small }, fc.constantFrom(0.1, 2 ** 53 - 1, null)),
    free: fc.oneof(
      { weight: 8, arbitrary: fc.oneof(small, fc.constant('甲')) },
      fc.boolean(),
      fc.constant(new Date(5)),
      fc.constant({ x: 1 }),
    ),
    lists: fc.oneof({ weight: 8, arbitrary: fc.record({ n: small }) }, fc.constant([{ n: 1 }])),
    deep: fc.record({ n: fc.oneof(small, fc.constant('甲')) }),
  },
  { requiredKeys: [] },
)
const field = fc.constantFrom(...paths).map((path) => `$${path}`)
const key = fc.oneof(
  field,
  fc.constant(null),
  fc.dictionary(fc.constantFrom('x', 'y'), field, { minKeys: 1, maxKeys: 2 }),
)
const figure = fc.oneof(
  fc.constantFrom({ $sum: 1 }, { $sum: 2 }),
  fc
    .tuple(fc.constantFrom('$sum', '$avg', '$min', '$max', '$push'), field)
    .map(([operator, path]) => ({ [operator]: path })),
)
const query = fc.constantFrom({}, { b: true }, { s: '甲' }, { n: { $gte: 0 } }, { never: null })

const grouped = async (name: string, where: object, stage: object): Promise<unknown> =>
  (
    await database
      .collection(name)
      .aggregate()
      .match(where)
      .group(stage as never)
      .end()
  ).data

test('a group made in SQL is the group made of the documents, values, gaps and order included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 12 }),
      query,
      key,
      fc.dictionary(fc.constantFrom('p', 'q', 'r'), figure, { maxKeys: 3 }),
      async (documents, where, _id, figures) => {
        cloud.reset()
        for (const name of ['indexed', 'plain'])
          cloud.insertDocuments(
            name,
            documents.map((one, n) => ({ _id: `d${n}`, ...one })),
          )
        expect(await grouped('indexed', where, { _id, ...figures })).toEqual(
          await grouped('plain', where, { _id, ...figures }),
        )
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 400), examples: [[[{ n: 0.1 }], {}, '$s', { p: { $avg: '$n' } }]] },
  )
}, 60_000)

test('the first documents in an order are counted in SQL as they are among the documents', async () => {
  const byId = (rows: unknown) => (rows as { _id: unknown }[]).map((row) => JSON.stringify(row)).sort()
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 12 }),
      query,
      fc.oneof(field, fc.constant(null)),
      fc.constantFrom<Record<string, 1 | -1>>({ _id: 1 }, { s: 1, _id: -1 }, { n: -1, _id: 1 }),
      fc.integer({ min: 1, max: 14 }),
      async (documents, where, _id, order, limit) => {
        cloud.reset()
        for (const name of ['indexed', 'plain'])
          cloud.insertDocuments(
            name,
            documents.map((one, n) => ({ _id: `d${n}`, ...one })),
          )
        const counted = async (name: string) => {
          const pipeline = database.collection(name).aggregate().match(where).sort(order).limit(limit)
          return byId((await pipeline.group({ _id, count: { $sum: 1 } } as never).end()).data)
        }
        expect(await counted('indexed')).toEqual(await counted('plain'))
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)
