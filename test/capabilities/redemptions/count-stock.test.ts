import type { CapabilityName } from '@/shared/contracts'
import { giveTo } from '../lovebank/members'
import { expectOnce, expectRefused, useWorld } from '../world'
import { clerk, elsewhere, member, offer, setAside, stockOf } from './shop'

const world = useWorld()
const name = 'redemptions.countStock' satisfies CapabilityName

test('what stands on the shelf, what is set aside included, with a reason that stays', async () => {
  const id = await offer(world)
  await giveTo(world, member, 12)
  await setAside(world, id)
  await setAside(world, id)
  const input = { id, counted: 7, reason: '少了三瓶' }
  const counted = await expectOnce(world, clerk, name, input, { ...input, counted: 6 })
  expect(counted).toMatchObject({ stock: 5, held: 2 })
  const { counts } = await world.ask(clerk, 'redemptions.listStockCounts', { id })
  expect(counts[0]).toMatchObject({ before: 10, after: 7, reason: '少了三瓶' })
  await world.ask('administrator-1', name, { id, counted: 40, reason: '补货' })
  expect(stockOf(world, id)).toEqual([38, 2])
})

test('STOCK_BELOW_HELD: nobody loses what is set aside for them by a count', async () => {
  const id = await offer(world)
  await giveTo(world, member, 12)
  await setAside(world, id)
  await expectRefused(world, 'STOCK_BELOW_HELD', clerk, name, { id, counted: 0, reason: '没有了' })
  await world.ask(clerk, name, { id, counted: 1, reason: '只剩预留的' })
  expect(stockOf(world, id)).toEqual([0, 1])
})

test('a count and a redemption at once: both are there afterwards', async () => {
  const id = await offer(world)
  await giveTo(world, member, 60)
  await Promise.all([
    ...Array.from({ length: 4 }, () => setAside(world, id)),
    world.ask(clerk, name, { id, counted: 30, reason: '补货' }),
  ])
  expect(stockOf(world, id)).toEqual([26, 4])
})

test('NOT_FOUND at another centre and for nothing; FORBIDDEN to members', async () => {
  const id = await offer(world)
  const input = { counted: 1, reason: '盘点' }
  await expectRefused(world, 'NOT_FOUND', elsewhere, name, { id, ...input })
  await expectRefused(world, 'NOT_FOUND', clerk, name, { id: 'reward-1', ...input })
  await expectRefused(world, 'FORBIDDEN', member, name, { id, ...input })
})

test('a count that leaves less than a tenth is told to the other clerks and the desk, once until it is filled up', async () => {
  const id = await offer(world, { stock: 20 })
  const told = () =>
    world
      .documents('notices')
      .filter(({ title }) => title === '兑换品快兑完了')
      .map(({ recipientId }) => recipientId)
      .sort()
  await world.ask(clerk, name, { id, counted: 2, reason: '破损' })
  expect(told()).toEqual([])
  await world.ask(clerk, name, { id, counted: 1, reason: '破损' })
  expect(told()).toEqual(['clerk-2', 'community-worker-1', 'community-worker-2'])
  await world.ask(clerk, name, { id, counted: 0, reason: '破损' })
  expect(told()).toHaveLength(3)
  await world.ask(clerk, name, { id, counted: 20, reason: '补货' })
  await world.ask(clerk, name, { id, counted: 0, reason: '过期' })
  expect(told()).toHaveLength(6)
})
