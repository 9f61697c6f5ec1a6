import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { jpeg } from '../../support/images'
import { giveTo, householdOf } from '../lovebank/members'
import { expectRefused, useWorld } from '../world'
import { member, offer, setAside } from './shop'

const world = useWorld()
const name = 'redemptions.getReward' satisfies CapabilityName

test('what it is, where and when it is fetched, what the accounts say, and how many one may still have', async () => {
  const fileIds = [await world.upload('administrator-1', jpeg())]
  const id = await offer(world, { fileIds, limit: { count: 2, per: 'month' } })
  await giveTo(world, member, 7)
  await giveTo(world, householdOf(world, member), 2, 'family')
  const reward = await world.ask(member, name, { id })
  expect(reward).toMatchObject({ price: 6, stock: 10, limitLeft: 2, centre: { id: 'centre-1', isOpen: true } })
  expect(reward.photos).toHaveLength(1)
  expect(reward.accounts).toEqual([
    { payer: 'person', available: 7, isEnough: true, isSuspended: false, ending: [] },
    { payer: 'family', available: 2, isEnough: false, isSuspended: false, ending: [] },
  ])
  await setAside(world, id)
  expect((await world.ask(member, name, { id })).limitLeft).toBe(1)
})

test('says beforehand which points end before the last day of fetching', async () => {
  const id = await offer(world)
  await giveTo(world, member, 4)
  world.clock.now += 30 * dayMs
  await giveTo(world, member, 4)
  const endingOn = async (day: string) => {
    world.clock.now = Date.parse(`${day}T01:00:00.000Z`)
    return (await world.ask(member, name, { id })).accounts[0]!.ending
  }
  expect(await endingOn('2028-11-17')).toEqual([])
  expect(await endingOn('2028-11-18')).toEqual([{ expiresOn: '2028-11-25', halfPoints: 4 }])
})

test('somebody without points reads zero, and no family account they do not have', async () => {
  const id = await offer(world)
  const { accounts } = await world.ask('officer-labour', name, { id })
  expect(accounts).toMatchObject([{ payer: 'person', available: 0, isEnough: false }])
})

test('NOT_FOUND once it is off the list, for nothing, and to another community', async () => {
  const id = await offer(world)
  await expectRefused(world, 'NOT_FOUND', 'b-resident-1', name, { id })
  await expectRefused(world, 'NOT_FOUND', member, name, { id: 'reward-1' })
  await world.runtime.store.rewards.updateWhere({ _id: id }, { isOffered: false })
  await expectRefused(world, 'NOT_FOUND', member, name, { id })
})
