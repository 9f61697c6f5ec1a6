import { startCloud } from '../../../emulator'
import { refusalOf } from '../cloud'
import { $, ground, messageOf } from './ground'

jest.setTimeout(30_000)

const { cloud, pipeline, things } = ground()

test('a query answers 100 documents unless told, 1000 at most', async () => {
  cloud().insertDocuments(
    'things',
    Array.from({ length: 1200 }, (_unused, n) => ({ _id: `d${n}`, n })),
  )
  expect((await things().get()).data).toHaveLength(100)
  expect((await things().limit(250).get()).data).toHaveLength(250)
  expect((await things().limit(5000).get()).data).toHaveLength(1000)
  expect((await things().count()).total).toBe(1200)
  expect((await things().where({}).update({ seen: true })).updated).toBe(1200)
  expect((await pipeline().count('n').end()).data).toEqual([{ n: 1200 }])
})

test('a call of more than 6 MB is refused, one below is not', async () => {
  await things().add({ _id: 'big', text: 'x'.repeat(5.5 * 1024 * 1024) })
  for (const megabytes of [6.5, 12]) {
    const text = 'x'.repeat(megabytes * 1024 * 1024)
    await expect(things().add({ text })).rejects.toMatchObject({
      code: 'EXCEED_REQUEST_SIZE_LIMIT',
      message: expect.stringContaining('6 MB'),
    })
  }
  expect((await things().count()).total).toBe(1)
})

test.each([
  ['letters', 'x'.repeat(6 * 1024 * 1024)],
  ['Chinese, of three bytes each', '字'.repeat(2 * 1024 * 1024)],
])('an answer of more than 16 MB is refused, in %s', async (_what, text) => {
  cloud().insertDocuments(
    'things',
    ['a', 'b', 'c'].map((_id) => ({ _id, text })),
  )
  expect(await refusalOf(things().get())).toBe('DATABASE_REQUEST_FAILED')
  expect((await things().where({ _id: 'a' }).count()).total).toBe(1)
  expect(
    (
      await pipeline()
        .project({ n: $.strLenCP('$text') })
        .end()
    ).data,
  ).toHaveLength(3)
})

test('a document of more than 16 MB is refused', async () => {
  cloud().insertDocuments('things', [{ _id: '0', text: 'x'.repeat(15 * 1024 * 1024) }])
  expect(
    await refusalOf(
      things()
        .doc('0')
        .update({ more: 'x'.repeat(2 * 1024 * 1024) }),
    ),
  ).toBe('INVALID_PARAM')
  expect((await things().doc('0').update({ more: 1 })).updated).toBe(1)
})

test('a collection has 20 indexes at most', async () => {
  const indexes = Array.from({ length: 21 }, (_unused, i) => ({
    name: `i${i}`,
    fields: [[`f${i}`, 1]] as [string, 1][],
  }))
  const start = (count: number) =>
    startCloud({ dataDir: null, envId: 'full', collections: [{ name: 'c', indexes: indexes.slice(0, count) }] })
  expect(await refusalOf(start(21))).toBe('BAD_OPTIONS')
  await (await start(20)).close()
})

test('an action it does not know is refused by name, those the SDK no longer uses among them', async () => {
  const request = (things() as unknown as { _request: { send(action: string, data: object): Promise<unknown> } })
    ._request
  const actions = [
    'database.runCommands',
    'database.getInTransaction',
    'database.updateDocInTransaction',
    'database.deleteDocInTransaction',
  ]
  for (const action of actions) {
    expect(await messageOf(request.send(action, {}))).toContain(action)
    expect(await refusalOf(request.send(action, {}))).toBe('INVALID_ACTION')
  }
})
