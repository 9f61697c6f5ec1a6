import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, giveTo, householdOf, resident } from './members'

const world = useWorld()
const name = 'lovebank.getMember' satisfies CapabilityName

test('staff see whose account it is and what is on it', async () => {
  await giveTo(world, resident, 5)
  const found = await world.ask(desk, name, { kind: 'person', ownerId: resident })
  expect([found.account.available, found.familyId]).toEqual([5, householdOf(world, resident)])
  expect(found.name).toBe(world.documents('persons').find(({ _id }) => _id === resident)!.name)
})

test('a family without points is there and empty', async () => {
  const found = await world.ask(desk, name, { kind: 'family', ownerId: householdOf(world, resident) })
  expect([found.account.available, found.name.endsWith('（家庭账户）')]).toEqual([0, true])
})

test('another community answers like nothing; FORBIDDEN to residents', async () => {
  await expectAbsent(world, desk, name, 'b-resident-1', (ownerId) => ({ kind: 'person', ownerId }))
  await expectRefused(world, 'FORBIDDEN', resident, name, { kind: 'person', ownerId: resident })
})
