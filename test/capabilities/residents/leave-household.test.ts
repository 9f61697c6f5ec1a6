import { expectRefused, report, useWorld } from '../world'

const world = useWorld()
const name = 'residents.leaveHousehold'

test('whoever has moved away no longer belongs to the household, and what they reported keeps its place', async () => {
  const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  const id = await report(world, 'resident-grid-6', { place: { householdId } })
  expect(await world.ask('resident-grid-6', name, {})).toEqual({ householdId: null })
  expect((await world.ask('resident-grid-6', 'session.getMe', {})).household).toBeNull()
  expect(world.documents('issues').find(({ _id }) => _id === id)!.place.householdId).toBe(householdId)
})

test('who belongs to none is told so', async () => {
  await expectRefused(world, 'HOUSEHOLD_NOT_BOUND', 'worker-grid-6', name, {})
  await expectRefused(world, 'HOUSEHOLD_NOT_BOUND', 'newcomer-1', name, {})
})

test('twice is once', async () => {
  const requestId = 'leave-household-0001'
  await world.ask('resident-grid-6', name, {}, requestId)
  expect(await world.ask('resident-grid-6', name, {}, requestId)).toEqual({ householdId: null })
})
