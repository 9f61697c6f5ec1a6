import { endRedemptions } from '@cloud/jobs/end-redemptions'
import { expireHolds } from '@cloud/jobs/expire-holds'
import { dayMs } from '@/shared/kernel/time'
import { giveTo, householdOf } from '../capabilities/lovebank/members'
import { clerk, member, offer, pointsOf, redemptionOf, setAside, stockOf } from '../capabilities/redemptions/shop'
import { useWorld } from '../capabilities/world'

const world = useWorld()
const contextAt = (now: number) => ({ store: world.runtime.store, files: world.runtime.files, now })
const run = () => expireHolds(contextAt(world.clock.now))

test('after seven days points and stock come back together, once, and the member is told once', async () => {
  const reward = await offer(world)
  await giveTo(world, member, 12)
  const [first, second] = [await setAside(world, reward), await setAside(world, reward)]
  const { scan } = await world.ask(member, 'redemptions.showCode', { id: second })
  await world.ask(clerk, 'redemptions.captureRedemption', { code: scan })
  world.clock.now += 7 * dayMs - 1
  expect(await run()).toEqual({ done: 0 })
  world.clock.now += 1
  expect([await run(), await run()]).toEqual([{ done: 1 }, { done: 0 }])
  expect([stockOf(world, reward), await pointsOf(world)]).toEqual([
    [9, 0],
    [6, 0],
  ])
  expect(redemptionOf(world, first)).toMatchObject({ state: 'released', releasedFor: 'expired', dueAt: null })
  expect(redemptionOf(world, second).state).toBe('captured')
  const { notices } = await world.ask(member, 'notices.listNotices', {})
  expect(notices.filter(({ title }) => title === '兑换已过领取期限')).toHaveLength(1)
})

test('two runs at once, and a cancelling meanwhile, give back once', async () => {
  const reward = await offer(world)
  await giveTo(world, member, 6)
  const id = await setAside(world, reward)
  world.clock.now += 7 * dayMs
  const [one, two] = await Promise.all([run(), run(), world.refusalOf(member, 'redemptions.cancelRedemption', { id })])
  expect(one.done + two.done).toBeLessThanOrEqual(1)
  expect([stockOf(world, reward), await pointsOf(world)]).toEqual([
    [10, 0],
    [6, 0],
  ])
})

test('points whose day has passed meanwhile end; the stock is back all the same', async () => {
  const reward = await offer(world)
  await giveTo(world, member, 6)
  world.clock.now = Date.parse('2028-11-22T01:00:00.000Z')
  await setAside(world, reward)
  world.clock.now += 7 * dayMs
  expect(await run()).toEqual({ done: 1 })
  expect([stockOf(world, reward), await pointsOf(world)]).toEqual([
    [10, 0],
    [0, 0],
  ])
})

test('whoever leaves: what waits is on offer again, what was handed out stays in the books without them, the family keeps its own', async () => {
  const reward = await offer(world)
  await giveTo(world, member, 12)
  await giveTo(world, householdOf(world, member), 6, 'family')
  const [fetched, waiting] = [await setAside(world, reward), await setAside(world, reward)]
  const { scan } = await world.ask(member, 'redemptions.showCode', { id: fetched })
  await world.ask(clerk, 'redemptions.captureRedemption', { code: scan })
  const family = { id: reward, payer: 'family', price: 6 } as const
  const { id: ours } = await world.ask(member, 'redemptions.redeemReward', family)
  await endRedemptions(member, contextAt(world.clock.now))
  await endRedemptions(member, contextAt(world.clock.now))
  expect(JSON.stringify([world.documents('redemptions'), world.documents('rewardTallies')])).not.toContain(member)
  expect([redemptionOf(world, fetched).state, redemptionOf(world, waiting).state]).toEqual(['captured', 'released'])
  expect(redemptionOf(world, ours)).toMatchObject({ state: 'held', ownerId: householdOf(world, member) })
  expect(stockOf(world, reward)).toEqual([8, 1])
})
