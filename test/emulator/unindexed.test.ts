import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../emulator'
import { startTestCloud } from './cloud'

const lines: string[] = []
let cloud: Cloud
const db = () => tcb.init({ env: 'local-test' }).database()

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      {
        name: 'large',
        indexes: [
          {
            name: 'byOwner',
            fields: [
              ['owner', 1],
              ['at', -1],
            ],
          },
        ],
      },
      { name: 'small', indexes: [] },
    ],
    log: (line) => lines.push(line),
  })
  const documents = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ _id: `d${n}`, owner: n % 10, at: n, state: 'new' }))
  cloud.insertAll({ large: documents(10_000), small: documents(9_999) })
})
beforeEach(() => lines.splice(0))
afterAll(() => cloud.close())

test('a query that reads 10,000 documents for want of an index is named once, with the index to declare', async () => {
  const large = db().collection('large')
  for (let twice = 0; twice < 2; twice++)
    await large
      .where({ state: 'new', at: db().command.gt(5) })
      .orderBy('made.at', 'desc')
      .limit(1)
      .get()
  expect(lines).toEqual([
    expect.stringMatching(
      /^集合 large .*state、at、made\.at.*\{ name: 'byStateMadeAtAt', fields: \[\['state', 1\], \['made\.at', -1\], \['at', 1\]\] \}$/,
    ),
  ])
  await large.where({ state: 'old' }).count()
  await large.orderBy('at', 'asc').limit(1).get()
  expect(lines).toHaveLength(3)
})

test('what an index or an id narrows, and what is small, is left alone', async () => {
  const large = db().collection('large')
  await large.where({ owner: 3, state: 'old' }).count()
  await large.where({ _id: db().command.gt('d5'), state: 'old' }).count()
  await large.doc('d5').get()
  await large.limit(1).get()
  await large.orderBy('owner', 'asc').limit(1).get()
  await db().collection('small').where({ state: 'old' }).count()
  expect(lines).toEqual([])
})

test('a latency makes every request of the SDK take that much longer', async () => {
  const timed = async (): Promise<number> => {
    const began = performance.now()
    await db().collection('large').doc('d1').get()
    return performance.now() - began
  }
  const near = await timed()
  const far = await startTestCloud({ collections: [{ name: 'large', indexes: [] }], latencyMs: 80 })
  expect(await timed()).toBeGreaterThanOrEqual(79)
  await far.close()
  expect(near).toBeLessThan(80)
})
