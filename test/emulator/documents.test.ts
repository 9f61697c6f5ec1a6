import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../emulator'
import { refusalOf, startTestCloud } from './cloud'

let cloud: Cloud
const db = () => tcb.init({ env: 'local-test' }).database()

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      {
        name: 'issues',
        indexes: [
          {
            name: 'byGrid',
            fields: [
              ['gridId', 1],
              ['createdAt', -1],
            ],
          },
        ],
      },
      { name: 'people', indexes: [{ name: 'phone', fields: [['phone', 1]], unique: true }] },
    ],
  })
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.close())

test('a document comes back as it was added, dates, nulls, nesting and geography included', async () => {
  const point = new (db().Geo.Point)(114.3, 30.5)
  const added = {
    title: '路灯不亮',
    at: new Date(1700000000000),
    none: null,
    nested: { list: [1, 2.5, { deep: true }] },
    point,
  }
  const { id } = await db().collection('issues').add(added)
  const { data } = await db()
    .collection('issues')
    .doc(id as string)
    .get()
  expect(data[0]).toMatchObject({ _id: id, title: '路灯不亮', at: added.at, none: null, nested: added.nested })
  expect(data[0].point.longitude).toBe(114.3)
})

test('serverDate is the clock of the cloud, with its offset', async () => {
  cloud.setClock(Date.parse('2030-01-01T00:00:00Z'))
  await db()
    .collection('issues')
    .doc('a')
    .set({ at: db().serverDate({ offset: 60_000 }) })
  const { data } = await db().collection('issues').doc('a').get()
  expect(Math.abs(data[0].at.getTime() - Date.parse('2030-01-01T00:01:00Z'))).toBeLessThan(2000)
  cloud.setClock(Date.now())
})

test('queries compare, list, combine and search', async () => {
  const _ = db().command
  cloud.insertDocuments(
    'issues',
    Array.from({ length: 50 }, (_unused, i) => ({
      _id: `i${i}`,
      gridId: `g${i % 5}`,
      n: i,
      createdAt: new Date(i * 1000),
      tags: [`t${i % 3}`],
    })),
  )
  const ids = async (where: object) =>
    (await db().collection('issues').where(where).limit(1000).get()).data.map((d: { n: number }) => d.n)
  expect(await ids({ gridId: 'g1', createdAt: _.gte(new Date(20_000)).and(_.lt(new Date(40_000))) })).toEqual([
    21, 26, 31, 36,
  ])
  expect(await ids({ n: _.in([3, 4]) })).toEqual([3, 4])
  expect(await ids({ tags: 't2', n: _.lt(9) })).toEqual([2, 5, 8])
  expect(await ids(_.or([{ n: 1 }, { gridId: 'g0', n: _.gt(40) }]))).toEqual([1, 45])
  expect(await ids({ gridId: /^g[01]$/, n: _.lt(7) })).toEqual([0, 1, 5, 6])
  expect(await ids({ n: _.nin([0, 1]).and(_.lte(3)) })).toEqual([2, 3])
  expect((await db().collection('issues').where({ gridId: 'g1' }).count()).total).toBe(10)
})

test('orders, pages, projects and answers 100 unless told, 1000 at most', async () => {
  cloud.insertDocuments(
    'issues',
    Array.from({ length: 1200 }, (_unused, i) => ({ _id: `i${i}`, gridId: 'g', n: i, createdAt: new Date(i) })),
  )
  const issues = db().collection('issues')
  expect((await issues.get()).data).toHaveLength(100)
  expect((await issues.limit(5000).get()).data).toHaveLength(1000)
  const page = await issues
    .where({ gridId: 'g' })
    .orderBy('createdAt', 'desc')
    .skip(2)
    .limit(2)
    .field({ n: true })
    .get()
  expect(page.data).toEqual([
    { _id: 'i1197', n: 1197 },
    { _id: 'i1196', n: 1196 },
  ])
})

test('updates change what they name and count what they changed', async () => {
  const _ = db().command
  const issues = db().collection('issues')
  await issues.doc('a').set({ n: 1, nested: { x: 1, y: 2 }, list: [1, 2], old: 1 })
  const { updated } = await issues
    .doc('a')
    .update({ n: _.inc(2), nested: { x: 9 }, list: _.push([3]), old: _.rename('fresh'), gone: _.remove() })
  expect(updated).toBe(1)
  expect((await issues.doc('a').get()).data[0]).toEqual({
    _id: 'a',
    n: 3,
    nested: { x: 9, y: 2 },
    list: [1, 2, 3],
    fresh: 1,
  })
  expect((await issues.where({ n: _.gte(10) }).update({ n: _.inc(-10) })).updated).toBe(0)
  await issues.doc('a').update({ list: _.push({ each: [0], position: 0, slice: 3 }), nested: _.set({ z: 1 }) })
  await issues.doc('a').update({ list: _.pull(1) })
  await issues.doc('a').update({ list: _.addToSet({ $each: [2, 7] }), n: _.max(5) })
  expect((await issues.doc('a').get()).data[0]).toMatchObject({ list: [0, 2, 7], n: 5, nested: { z: 1 } })
  expect((await issues.doc('a').update({ n: 5 })).updated).toBe(0)
})

test('set replaces or creates, remove removes', async () => {
  const issues = db().collection('issues')
  expect(await issues.doc('a').set({ x: 1, y: 1 })).toMatchObject({ updated: 0, upsertedId: 'a' })
  expect(await issues.doc('a').set({ x: 2 })).toMatchObject({ updated: 1 })
  expect((await issues.doc('a').get()).data).toEqual([{ _id: 'a', x: 2 }])
  expect((await issues.doc('a').remove()).deleted).toBe(1)
  expect((await issues.doc('a').get()).data).toEqual([])
})

test('a second document with the same id or the same unique field is refused, a missing collection too', async () => {
  await db().collection('people').add({ _id: 'p', phone: '1' })
  expect(await refusalOf(db().collection('people').add({ _id: 'p', phone: '2' }))).toBe('DATABASE_DUPLICATE_WRITE')
  expect(await refusalOf(db().collection('people').add({ phone: '1' }))).toBe('DATABASE_DUPLICATE_WRITE')
  expect(
    await refusalOf(
      db()
        .collection('people')
        .add({})
        .then(() => db().collection('people').add({})),
    ),
  ).toBe('DATABASE_DUPLICATE_WRITE')
  expect(await refusalOf(db().collection('nowhere').add({}))).toBe('DATABASE_COLLECTION_NOT_EXIST')
})
