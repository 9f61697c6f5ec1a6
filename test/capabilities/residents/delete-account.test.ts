import { expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'residents.deleteAccount'

test('leaving is noted for a week from now, and until then everything goes on', async () => {
  expect(await world.ask('resident-grid-6', name, {})).toEqual({ leavesAt: '2026-12-02T01:00:00.000Z' })
  expect((await world.ask('resident-grid-6', 'residents.getMyData', {})).leavesAt).toBe('2026-12-02T01:00:00.000Z')
  expect((await world.ask('resident-grid-6', 'session.getMe', {})).household).not.toBeNull()
})

test('whoever still answers for a post has to hand it over first', async () => {
  await expectRefused(world, 'ACCOUNT_HOLDS_POST', 'worker-grid-6', name, {})
  await expectRefused(world, 'ACCOUNT_HOLDS_POST', 'building-head-1', name, {})
})

test('a volunteer may go, and so may a newcomer', async () => {
  expect(await world.refusalOf('volunteer-1', name, {})).toBe('ok')
  expect(await world.refusalOf('newcomer-1', name, {})).toBe('ok')
})

test('asking again does not push the day away', async () => {
  await world.ask('resident-grid-6', name, {})
  await expectRefused(world, 'ACCOUNT_ALREADY_LEAVING', 'resident-grid-6', name, {})
})

test('twice is once', async () => {
  const requestId = 'delete-account-0001'
  const first = await world.ask('resident-grid-6', name, {}, requestId)
  expect(await world.ask('resident-grid-6', name, {}, requestId)).toEqual(first)
})
