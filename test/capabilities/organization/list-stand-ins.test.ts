import { expectRefused, useWorld } from '../world'

const world = useWorld()

const candidatesOf = async (persona: string): Promise<string[]> =>
  (await world.ask(persona, 'organization.listStandIns', {})).candidates.map(({ personId }) => personId)

test('a grid worker is offered the other grid workers who are there today', async () => {
  expect(await candidatesOf('worker-grid-6')).toEqual([1, 2, 4, 5, 7, 8].map((number) => `worker-grid-${number}`))
  const { candidates } = await world.ask('worker-grid-6', 'organization.listStandIns', {})
  expect(candidates[0]).toMatchObject({ roleName: '专职网格员', scopeName: '第一网格' })
})

test('an officer is offered nobody of another department', async () => {
  expect(await candidatesOf('officer-labour')).toEqual([])
})

test('whoever is offered may indeed be named, and who is not may not', async () => {
  const leave = { from: '2026-11-25', to: '2026-11-25' }
  const offered = await candidatesOf('community-worker-1')
  expect(offered).toEqual(['community-worker-2'])
  await world.ask('community-worker-1', 'organization.setLeave', { leave: { ...leave, standInId: offered[0]! } })
  expect(await candidatesOf('community-worker-2')).toEqual([])
  expect(
    await world.refusalOf('community-worker-2', 'organization.setLeave', {
      leave: { ...leave, standInId: 'community-worker-1' },
    }),
  ).toBe('LEAVE_STAND_IN_UNFIT')
})

test('each community offers its own people only', async () => {
  expect(await candidatesOf('b-worker-grid-1')).toEqual(['b-worker-grid-2'])
})

test('residents and newcomers have no post to stand in for', async () => {
  for (const persona of ['resident-grid-6', 'newcomer-1', 'hub-1', 'volunteer-1'])
    await expectRefused(world, 'FORBIDDEN', persona, 'organization.listStandIns', {})
  await expectRefused(world, 'UNAUTHENTICATED', null, 'organization.listStandIns', {})
})
