import { stepTopics } from '@cloud/jobs/step-topics'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, minuted, neighbour, proposer, run, stranger, viewOf, votedOn } from './shared'

const world = useWorld()
const name = 'consultations.castBallot'
const countsOf = async (id: string) => (await viewOf(world, id)).vote?.options.map(({ ballots }) => ballots)

test('by person: one ballot each, the last word counts, what it said before stays on record', async () => {
  const { id } = await votedOn(world)
  await expectOnce(world, proposer, name, { id, optionId: 'option-1' }, { id, optionId: 'option-2' })
  await world.ask(neighbour, name, { id, optionId: 'option-1' })
  await world.ask(neighbour, name, { id, optionId: 'option-2' })
  expect(await countsOf(id)).toEqual([1, 1])
  const changed = world.documents('ballots').find(({ personId }) => personId === neighbour)
  expect(changed).toMatchObject({ optionId: 'option-2', before: [{ optionId: 'option-1' }] })
})

test('by household: two members at once leave one ballot', async () => {
  const { id } = await votedOn(world, { by: 'household' })
  const { householdId } = world.documents('persons').find(({ _id }) => _id === proposer)!
  await world.runtime.store.persons.updateWhere({ _id: neighbour }, { householdId })
  await Promise.all([
    world.ask(proposer, name, { id, optionId: 'option-1' }),
    world.ask(neighbour, name, { id, optionId: 'option-2' }),
  ])
  const ballots = world.documents('ballots').filter(({ consultationId }) => consultationId === id)
  expect(ballots).toHaveLength(1)
  expect(ballots[0]!.before).toHaveLength(1)
  expect((await viewOf(world, id)).vote).toMatchObject({ ballots: 1, mine: ballots[0]!.optionId })
  expect((await viewOf(world, id)).vote!.households).toBe(
    world.documents('households').filter(({ communityId }) => communityId === 'xinsheng').length,
  )
})

test('VOTE_OUT_OF_SCOPE for whoever lives elsewhere, VOTE_NEEDS_HOME without a home, OPTION_UNKNOWN for no option', async () => {
  const home = world.documents('persons').find(({ _id }) => _id === proposer)!.householdId!
  const { buildingId } = world.documents('households').find(({ _id }) => _id === home)!
  const { id } = await votedOn(world, {}, { scope: { kind: 'building', id: buildingId } })
  await expectRefused(world, 'VOTE_OUT_OF_SCOPE', 'resident-grid-1', name, { id, optionId: 'option-1' })
  await expectRefused(world, 'OPTION_UNKNOWN', proposer, name, { id, optionId: 'option-9' })
  await world.ask(proposer, name, { id, optionId: 'option-1' })
  await world.ask(proposer, 'residents.leaveHousehold', {})
  await expectRefused(world, 'VOTE_NEEDS_HOME', 'worker-grid-7', name, { id, optionId: 'option-1' })
})

test('VOTE_NOT_OPEN before, and after the close; the count at the close is what lies there', async () => {
  const none = await minuted(world)
  await expectRefused(world, 'VOTE_NOT_OPEN', proposer, name, { id: none.id, optionId: 'option-1' })
  const { id } = await votedOn(world)
  await world.ask(proposer, name, { id, optionId: 'option-2' })
  world.clock.now += 3 * 86_400_000
  await expectRefused(world, 'VOTE_NOT_OPEN', neighbour, name, { id, optionId: 'option-1' })
  expect((await viewOf(world, id, desk)).can.resolve).toBe(false)
  world.clock.now += 60_000
  for (const _twice of [1, 2]) await run(world, stepTopics)
  expect(await countsOf(id)).toEqual([0, 1])
  expect((await viewOf(world, id, desk)).can.resolve).toBe(true)
  expect((await viewOf(world, id)).history.filter(({ act }) => act === 'closeVote')).toHaveLength(1)
})

test('a stranger learns nothing', async () => {
  const { id } = await votedOn(world)
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, optionId: 'option-1' }))
})
