import { expectNothingWritten, expectRefused, seenAtOf, useWorld } from '../world'

const world = useWorld()
const name = 'organization.listRosterCandidates'
const day = '2026-12-01'
const offered = async (persona: string): Promise<string[]> =>
  (await world.ask(persona, name, { day })).candidates.map(({ personId }) => personId)

test('the staff who are there that day are offered, the desk first; whoever is on leave is not', async () => {
  const ids = await offered('community-worker-1')
  expect(ids.slice(0, 3)).toEqual(['community-worker-1', 'community-worker-2', 'worker-grid-1'])
  expect(ids).toContain('area-police-1')
  expect(ids).not.toContain('worker-grid-3')
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ['building-head-1', 'resident-grid-6', 'clerk-1', 'officer-labour', 'b-worker-grid-1'])
    expect(ids).not.toContain(id)
})

test('whoever is offered may indeed be put on the roster', async () => {
  for (const personId of await offered('administrator-1'))
    expect(
      await world.refusalOf('administrator-1', 'organization.setRoster', {
        day,
        personIds: [personId],
        seenAt: seenAtOf(world, day),
      }),
    ).toBe('ok')
})

describe('who asks', () => {
  expectNothingWritten(world)
  test('each community is offered its own people', async () => {
    expect(await offered('b-community-worker-1')).toEqual([
      'b-community-worker-1',
      'b-worker-grid-1',
      'b-worker-grid-2',
      'b-group-leader-1',
    ])
  })
  test('who does not plan is not told whom one could choose', async () => {
    for (const persona of ['worker-grid-6', 'resident-grid-6', 'newcomer-1'])
      await expectRefused(world, 'FORBIDDEN', persona, name, { day })
    await expectRefused(world, 'UNAUTHENTICATED', null, name, { day })
  })
})
