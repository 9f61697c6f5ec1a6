import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../../emulator'
import { refusalOf, startTestCloud } from '../cloud'

let cloud: Cloud
const db = () => tcb.init({ env: 'local-test' }).database()
const balance = async (id: string): Promise<number> => (await db().collection('accounts').doc(id).get()).data[0].points

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [{ name: 'accounts', indexes: [{ name: 'owner', fields: [['owner', 1]], unique: true }] }],
    transactionSeconds: 1,
  })
})
beforeEach(() => {
  cloud.reset()
  cloud.insertDocuments(
    'accounts',
    ['a', 'b', 'c', 'd'].map((id) => ({ _id: id, owner: id, points: 100 })),
  )
})
afterAll(() => cloud.close())

test('a transaction sees its own writes and nobody else does until commit', async () => {
  const tx = await db().startTransaction()
  await tx.collection('accounts').doc('a').update({ points: 7 })
  await tx.collection('accounts').add({ _id: 'new', owner: 'n', points: 1 })
  expect((await tx.collection('accounts').doc('a').get()).data.points).toBe(7)
  expect((await tx.collection('accounts').doc('new').get()).data.points).toBe(1)
  expect(await balance('a')).toBe(100)
  await tx.commit()
  expect(await balance('a')).toBe(7)
  expect(await balance('new')).toBe(1)
})

test('a rollback leaves nothing behind', async () => {
  const tx = await db().startTransaction()
  await tx.collection('accounts').doc('a').remove()
  expect((await tx.collection('accounts').doc('a').get()).data).toBeNull()
  await tx.rollback()
  expect(await balance('a')).toBe(100)
})

test('reads come from the snapshot of the first read, whatever is written meanwhile', async () => {
  const tx = await db().startTransaction()
  await tx.collection('accounts').doc('a').get()
  await db().collection('accounts').doc('b').update({ points: 1 })
  await db().collection('accounts').doc('c').remove()
  await db().collection('accounts').add({ _id: 'late', owner: 'l', points: 1 })
  expect((await tx.collection('accounts').doc('b').get()).data.points).toBe(100)
  expect((await tx.collection('accounts').doc('c').get()).data.points).toBe(100)
  expect((await tx.collection('accounts').doc('late').get()).data).toBeNull()
  await tx.rollback()
})

test('writing what changed since the snapshot is a conflict, and so is writing what another holds', async () => {
  const late = await db().startTransaction()
  await late.collection('accounts').doc('a').get()
  await db().collection('accounts').doc('a').update({ points: 5 })
  expect(await refusalOf(late.collection('accounts').doc('a').update({ points: 6 }))).toBe(
    'DATABASE_TRANSACTION_CONFLICT',
  )
  const first = await db().startTransaction()
  const second = await db().startTransaction()
  await first.collection('accounts').doc('b').update({ points: 1 })
  expect(await refusalOf(second.collection('accounts').doc('b').update({ points: 2 }))).toBe(
    'DATABASE_TRANSACTION_CONFLICT',
  )
  expect(await refusalOf(second.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  await first.commit()
  expect([await balance('a'), await balance('b')]).toEqual([5, 1])
})

test('a plain write to a locked document waits for the transaction, then applies to what it left', async () => {
  const tx = await db().startTransaction()
  await tx
    .collection('accounts')
    .doc('a')
    .update({ points: db().command.inc(10) })
  let done = false
  const plain = db()
    .collection('accounts')
    .where({ owner: 'a' })
    .update({ points: db().command.inc(1) })
    .then(() => (done = true))
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(done).toBe(false)
  await tx.commit()
  await plain
  expect(await balance('a')).toBe(111)
})

test('a transaction past its time is rolled back, lets go of its documents, and says so', async () => {
  const tx = await db().startTransaction()
  await tx.collection('accounts').doc('a').update({ points: 0 })
  await db()
    .collection('accounts')
    .doc('a')
    .update({ points: db().command.inc(1) })
  expect(await balance('a')).toBe(101)
  expect(await refusalOf(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL')
})

test('a taken id or unique field is refused inside a transaction, before it commits', async () => {
  for (const document of [
    { _id: 'a', owner: 'z' },
    { _id: 'z', owner: 'a' },
  ]) {
    const tx = await db().startTransaction()
    expect(await refusalOf(tx.collection('accounts').add(document))).toBe('DATABASE_DUPLICATE_WRITE')
  }
})

test('queries over many documents are refused inside a transaction', async () => {
  const tx = await db().startTransaction()
  expect(await refusalOf(tx.collection('accounts').where({ owner: 'a' }).get())).toBe('INVALID_PARAM')
  await tx.rollback()
})

test('concurrent transfers keep the sum, however they collide', async () => {
  const ids = ['a', 'b', 'c', 'd']
  const transfer = (from: string, to: string) =>
    db().runTransaction(
      async (tx: {
        collection: (name: string) => {
          doc: (id: string) => { get(): Promise<{ data: { points: number } }>; update(d: object): Promise<unknown> }
        }
      }) => {
        const accounts = tx.collection('accounts')
        const giver = (await accounts.doc(from).get()).data
        const taker = (await accounts.doc(to).get()).data
        await accounts.doc(from).update({ points: giver.points - 1 })
        await accounts.doc(to).update({ points: taker.points + 1 })
      },
      6,
    )
  const results = await Promise.allSettled(
    Array.from({ length: 24 }, (_unused, i) => transfer(ids[i % 4] as string, ids[(i * 3 + 1) % 4] as string)),
  )
  const points = await Promise.all(ids.map(balance))
  expect(points.reduce((sum, n) => sum + n, 0)).toBe(400)
  expect(results.some((result) => result.status === 'fulfilled')).toBe(true)
}, 20_000)
