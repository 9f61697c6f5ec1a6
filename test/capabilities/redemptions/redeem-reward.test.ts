import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { giveTo, householdOf } from '../lovebank/members'
import { expectOnce, expectRefused, useWorld } from '../world'
import { member, offer, pointsOf, redemptionOf, rewardOf, setAside, stockOf } from './shop'

const world = useWorld()
const name = 'redemptions.redeemReward' satisfies CapabilityName
const asked = (id: string, price = 6) => ({ id, payer: 'person', price }) as const

test('stock, points and redemption change together, and the statement says what for', async () => {
  const id = await offer(world)
  await giveTo(world, member, 10)
  const row = await world.ask(member, name, asked(id))
  expect(row).toMatchObject({ rewardName: '洗衣液', halfPoints: 6, state: 'held', centreName: '鑫盛嘉园党群服务中心' })
  expect(Date.parse(row.endsAt) - world.clock.now).toBe(7 * dayMs)
  expect([stockOf(world, id), await pointsOf(world)]).toEqual([
    [9, 1],
    [4, 6],
  ])
  const { entries } = await world.ask(member, 'lovebank.listStatement', { kind: 'person' })
  expect(entries[0]).toMatchObject({ id: `hold:${row.id}`, title: '兑换：洗衣液', change: -6, heldChange: 6 })
})

test('sent twice it is done once', async () => {
  const id = await offer(world)
  await giveTo(world, member, 20)
  await expectOnce(world, member, name, asked(id), { ...asked(id), payer: 'family' })
  expect(stockOf(world, id)).toEqual([9, 1])
})

test('the family account pays where it is asked to', async () => {
  const id = await offer(world)
  const household = householdOf(world, member)
  await giveTo(world, household, 6, 'family')
  const row = await world.ask(member, name, { ...asked(id), payer: 'family' })
  expect(redemptionOf(world, row.id)).toMatchObject({ payer: 'family', ownerId: household, personId: member })
})

test('REWARD_SOLD_OUT to whoever comes too late, without a lock: 已兑完', async () => {
  const id = await offer(world, { stock: 1 })
  await giveTo(world, member, 20)
  await setAside(world, id)
  world.countRequests()
  const failure = await expectRefused(world, 'REWARD_SOLD_OUT', member, name, asked(id))
  expect(failure.message).toBe('已兑完')
  // Who it is, how many are left, and whether the same was asked at the same time: three reads.
  expect(world.countRequests()).toBe(3)
})

test('REWARD_NOT_OFFERED, REWARD_PRICE_CHANGED, POINTS_TOO_FEW, ACCOUNT_SUSPENDED, ACCOUNT_NONE, each moving nothing', async () => {
  const id = await offer(world)
  await expectRefused(world, 'POINTS_TOO_FEW', member, name, asked(id))
  await giveTo(world, member, 5)
  await expectRefused(world, 'POINTS_TOO_FEW', member, name, asked(id))
  await giveTo(world, member, 20)
  await expectRefused(world, 'REWARD_PRICE_CHANGED', member, name, asked(id, 4))
  const stopped = { kind: 'person', ownerId: member, isSuspended: true, reason: '核实中' } as const
  await world.ask('administrator-1', 'lovebank.setSuspension', stopped)
  await expectRefused(world, 'ACCOUNT_SUSPENDED', member, name, asked(id))
  await world.runtime.store.rewards.updateWhere({ _id: id }, { isOffered: false })
  await expectRefused(world, 'REWARD_NOT_OFFERED', member, name, asked(id))
  await world.runtime.store.rewards.updateWhere({ _id: id }, { isOffered: true })
  await expectRefused(world, 'ACCOUNT_NONE', 'officer-labour', name, { ...asked(id), payer: 'family' })
})

test('REWARD_LIMIT_REACHED within a month, whichever account pays; the next month counts anew', async () => {
  const id = await offer(world, { limit: { count: 2, per: 'month' } })
  await giveTo(world, member, 60)
  await giveTo(world, householdOf(world, member), 60, 'family')
  await setAside(world, id)
  await world.ask(member, name, { ...asked(id), payer: 'family' })
  await expectRefused(world, 'REWARD_LIMIT_REACHED', member, name, asked(id))
  await expectRefused(world, 'REWARD_LIMIT_REACHED', member, name, { ...asked(id), payer: 'family' })
  world.clock.now += 10 * dayMs
  await setAside(world, id)
})

test('a limit for ever stays reached, and cancelling gives one back', async () => {
  const id = await offer(world, { limit: { count: 1, per: 'ever' } })
  await giveTo(world, member, 60)
  const first = await setAside(world, id)
  world.clock.now += 60 * dayMs
  await expectRefused(world, 'REWARD_LIMIT_REACHED', member, name, asked(id))
  await world.ask(member, 'redemptions.cancelRedemption', { id: first })
  await setAside(world, id)
})

test('when less than a tenth is left the clerks and the desk are told, once until it is filled up', async () => {
  const id = await offer(world, { stock: 20, price: 1 })
  await giveTo(world, member, 100)
  const told = () =>
    world
      .documents('notices')
      .filter(({ title }) => title === '兑换品快兑完了')
      .map(({ recipientId }) => recipientId)
      .sort()
  for (let n = 0; n < 18; n++) await setAside(world, id)
  expect(told()).toEqual([])
  const crossing = await setAside(world, id)
  expect(told()).toEqual(['clerk-1', 'clerk-2', 'community-worker-1', 'community-worker-2'])
  await world.ask(member, 'redemptions.cancelRedemption', { id: crossing })
  await setAside(world, id)
  expect(told()).toHaveLength(4)
  expect(rewardOf(world, id).isWarned).toBe(true)
  await world.ask('clerk-1', 'redemptions.countStock', { id, counted: 39, reason: '补货' })
  for (let n = 0; n < 19; n++) await setAside(world, id)
  expect(told()).toHaveLength(8)
})

test('NOT_FOUND for nothing and to another community; FORBIDDEN to a newcomer', async () => {
  const id = await offer(world)
  await expectRefused(world, 'NOT_FOUND', member, name, asked('reward-1'))
  await expectRefused(world, 'NOT_FOUND', 'b-resident-1', name, asked(id))
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, asked(id))
})
