import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { giveTo } from '../lovebank/members'
import { expectOnce, expectRefused, useWorld } from '../world'
import { clerk, colleague, elsewhere, member, offer, pointsOf, redemptionOf, setAside, stockOf } from './shop'

const world = useWorld()
const name = 'redemptions.returnRedemption' satisfies CapabilityName
const reason = '拿错了尺寸'
const fetched = async (reward: string, persona = member) => {
  await giveTo(world, persona, 6)
  const id = await setAside(world, reward, persona)
  const { scan } = await world.ask(persona, 'redemptions.showCode', { id })
  await world.ask(persona === clerk ? colleague : clerk, 'redemptions.captureRedemption', { code: scan })
  return id
}

test('points come back, the goods too where they were brought, and both are on record', async () => {
  const reward = await offer(world, { limit: { count: 1, per: 'month' } })
  const id = await fetched(reward)
  const input = { id, reason, isBack: true }
  const row = await expectOnce(world, clerk, name, input, { ...input, isBack: false })
  expect(row.state).toBe('returned')
  expect([stockOf(world, reward), await pointsOf(world)]).toEqual([
    [10, 0],
    [6, 0],
  ])
  const { counts } = await world.ask(clerk, 'redemptions.listStockCounts', { id: reward })
  expect(counts[0]).toMatchObject({ before: 9, after: 10, reason })
  const { notices } = await world.ask(member, 'notices.listNotices', {})
  expect(notices.find(({ title }) => title === '一次发放已更正')?.text).toContain(reason)
  await setAside(world, reward)
})

test('without the goods only the points come back', async () => {
  const reward = await offer(world)
  const id = await fetched(reward)
  await world.ask('administrator-1', name, { id, reason, isBack: false })
  expect(stockOf(world, reward)).toEqual([9, 0])
  expect(redemptionOf(world, id).returned).toMatchObject({ byId: 'administrator-1', reason, isBack: false })
})

test('REDEMPTION_ALREADY_RETURNED the second time; REDEMPTION_NOT_CAPTURED while it waits', async () => {
  const reward = await offer(world)
  const id = await fetched(reward)
  await world.ask(clerk, name, { id, reason, isBack: false })
  await expectRefused(world, 'REDEMPTION_ALREADY_RETURNED', clerk, name, { id, reason, isBack: false })
  const waiting = await setAside(world, reward)
  await expectRefused(world, 'REDEMPTION_NOT_CAPTURED', clerk, name, { id: waiting, reason, isBack: true })
})

test('TRANSFER_TOO_OLD after thirty days, TRANSFER_NOT_REVERSIBLE for somebody who has left', async () => {
  const reward = await offer(world)
  const [id, left] = [await fetched(reward), await fetched(reward, 'resident-grid-5')]
  await world.runtime.store.redemptions.updateWhere({ _id: left }, { ownerId: 'left-1', personId: 'left-1' })
  await expectRefused(world, 'TRANSFER_NOT_REVERSIBLE', clerk, name, { id: left, reason, isBack: true })
  world.clock.now += 31 * dayMs
  await expectRefused(world, 'TRANSFER_TOO_OLD', clerk, name, { id, reason, isBack: true })
})

test('OWN_REDEMPTION for whoever fetched it; NOT_FOUND at another centre and for nothing; FORBIDDEN to members', async () => {
  const reward = await offer(world)
  const id = await fetched(reward, clerk)
  await expectRefused(world, 'OWN_REDEMPTION', clerk, name, { id, reason, isBack: true })
  await expectRefused(world, 'NOT_FOUND', elsewhere, name, { id, reason, isBack: true })
  await expectRefused(world, 'NOT_FOUND', clerk, name, { id: 'redemption-1', reason, isBack: true })
  await expectRefused(world, 'FORBIDDEN', member, name, { id, reason, isBack: true })
})
