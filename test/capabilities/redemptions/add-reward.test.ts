import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { expectOnce, expectRefused, useWorld } from '../world'
import { clerk, elsewhere, member, rewardOf } from './shop'

const world = useWorld()
const name = 'redemptions.addReward' satisfies CapabilityName
const towel = { centreId: 'centre-1', name: '毛巾', words: '纯棉，一条', price: 3, limit: null, stock: 20 }

test('with pictures, on offer at once, its first count on record', async () => {
  const fileIds = [await world.upload(clerk, jpeg())]
  const added = await expectOnce(world, clerk, name, { ...towel, fileIds }, { ...towel, stock: 21 })
  expect(added).toMatchObject({ name: '毛巾', price: 3, stock: 20, held: 0, isOffered: true, isLow: false })
  expect(added.photos).toHaveLength(1)
  expect(rewardOf(world, added.id).fileIds[0]).toMatch(/\/kept\//)
  const { counts } = await world.ask(clerk, 'redemptions.listStockCounts', { id: added.id })
  expect(counts).toMatchObject([{ before: 0, after: 20, reason: '上架' }])
})

test('FILE_NOT_YOURS, FILE_NOT_AN_IMAGE: only photos of one’s own', async () => {
  const foreign = await world.upload(member, jpeg())
  await expectRefused(world, 'FILE_NOT_YOURS', clerk, name, { ...towel, fileIds: [foreign] })
  const text = await world.upload(clerk, Buffer.from('不是照片'))
  await expectRefused(world, 'FILE_NOT_AN_IMAGE', clerk, name, { ...towel, fileIds: [text] })
})

test('INVALID_INPUT for a price of nothing or of parts, a stock below nothing, a limit of none', async () => {
  for (const changes of [
    { price: 0 },
    { price: 1.5 },
    { stock: -1 },
    { stock: 0.5 },
    { name: ' ' },
    { limit: { count: 0, per: 'month' } },
    { limit: { count: 1, per: 'week' } },
  ])
    await expectRefused(world, 'INVALID_INPUT', clerk, name, { ...towel, ...changes })
})

test('NOT_FOUND at another centre; FORBIDDEN to members and the desk', async () => {
  await expectRefused(world, 'NOT_FOUND', elsewhere, name, towel)
  for (const persona of [member, 'community-worker-1']) await expectRefused(world, 'FORBIDDEN', persona, name, towel)
})
