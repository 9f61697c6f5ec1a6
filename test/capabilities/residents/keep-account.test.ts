import { expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'residents.keepAccount'

test('who has changed their mind stays as if nothing had been asked', async () => {
  const before = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')
  await world.ask('resident-grid-6', 'residents.deleteAccount', {})
  expect(await world.ask('resident-grid-6', name, {})).toEqual({ leavesAt: null })
  expect(world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')).toEqual(before)
})

test('who has not asked to leave is told that nothing is the matter', async () => {
  await expectRefused(world, 'ACCOUNT_NOT_LEAVING', 'resident-grid-6', name, {})
})
