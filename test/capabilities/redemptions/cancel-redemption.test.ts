import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { giveTo, householdOf } from '../lovebank/members'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { clerk, member, offer, pointsOf, redemptionOf, setAside, stockOf, stranger } from './shop'

const world = useWorld()
const name = 'redemptions.cancelRedemption' satisfies CapabilityName

test('points and stock come back together, once, and nothing can be fetched any more', async () => {
  const reward = await offer(world)
  await giveTo(world, member, 10)
  const [id, other] = [await setAside(world, reward), 'redemption-1']
  const { typed } = await world.ask(member, 'redemptions.showCode', { id })
  const row = await expectOnce(world, member, name, { id }, { id: other })
  expect(row).toMatchObject({ state: 'released', releasedFor: 'cancelled' })
  expect([stockOf(world, reward), await pointsOf(world)]).toEqual([
    [10, 0],
    [10, 0],
  ])
  await expectRefused(world, 'REDEMPTION_NOT_HELD', member, name, { id })
  expect(await world.refusalOf(clerk, 'redemptions.captureRedemption', { code: typed })).toBe('REDEMPTION_ENDED')
})

test('what ended while it was held does not come back, and the rest does', async () => {
  const reward = await offer(world)
  await giveTo(world, member, 4)
  world.clock.now += dayMs
  await giveTo(world, member, 4)
  world.clock.now = Date.parse('2028-11-25T01:00:00.000Z')
  const id = await setAside(world, reward)
  const { ending } = await world.ask(member, 'redemptions.getRedemption', { id })
  expect(ending).toEqual([
    { expiresOn: '2028-11-25', halfPoints: 4 },
    { expiresOn: '2028-11-26', halfPoints: 2 },
  ])
  world.clock.now += dayMs
  await world.ask(member, name, { id })
  expect(await pointsOf(world)).toEqual([4, 0])
})

test('two at once, the member and time, give it back once', async () => {
  const reward = await offer(world)
  await giveTo(world, member, 6)
  const id = await setAside(world, reward)
  const both = await Promise.all([1, 2].map(() => world.refusalOf(member, name, { id })))
  expect(both.sort()).toEqual(['REDEMPTION_NOT_HELD', 'ok'])
  expect([stockOf(world, reward), await pointsOf(world)]).toEqual([
    [10, 0],
    [6, 0],
  ])
})

test('anybody of the household may give up what the family account pays for; a stranger finds nothing', async () => {
  const reward = await offer(world)
  await giveTo(world, householdOf(world, member), 12, 'family')
  const price = 6
  const { id } = await world.ask(member, 'redemptions.redeemReward', { id: reward, payer: 'family', price })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one }))
  await world.runtime.store.persons.updateWhere({ _id: stranger }, { householdId: householdOf(world, member) })
  await world.ask(stranger, name, { id })
  expect(redemptionOf(world, id).state).toBe('released')
})
