import { dayMs, toInstant } from '@/shared/kernel/time'
import { reportPublicly } from '../public'
import { expectCode, insertIssues, issueOf, report, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listPublicPins' as const

test('a pin stands at the building, whoever reported it from wherever', async () => {
  const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  const id = await reportPublicly(world, { place: { householdId } })
  await report(world)
  const building = world.documents('buildings').find(({ _id }) => _id === issueOf(world, id).place.buildingId)!
  const { pins, isMore } = await world.ask('newcomer-1', name, {})
  expect(pins).toMatchObject([{ id, point: building.centre, isOpen: true }])
  expect(isMore).toBe(false)
})

test('what ended within thirty days is shown, what ended before is not', async () => {
  const like = issueOf(world, await reportPublicly(world))
  const ended = { state: 'closed', isOpen: false, result: 'resolved' } as const
  insertIssues(world, like, [
    { _id: 'issue-lately', ...ended, updatedAt: toInstant(world.clock.now - 29 * dayMs) },
    { _id: 'issue-once', ...ended, updatedAt: toInstant(world.clock.now - 31 * dayMs) },
  ])
  const ids = async (input: object) => (await world.ask('resident-grid-1', name, input)).pins.map(({ id }) => id)
  expect(await ids({})).toEqual([like._id, 'issue-lately'])
  expect(await ids({ state: 'closed' })).toEqual(['issue-lately'])
  expect(await ids({ state: 'open' })).toEqual([like._id])
  expect(await ids({ group: 'safety' })).toEqual([])
})

test('a full map is bounded, says that there is more, and stays under 64 KB', async () => {
  const like = issueOf(world, await reportPublicly(world))
  insertIssues(
    world,
    like,
    Array.from({ length: 400 }, (_, at) => ({
      _id: `issue-${String(at).padStart(24, '0')}`,
      ...(at % 2 ? { state: 'closed' as const, isOpen: false, result: 'notOurs' as const } : {}),
    })),
  )
  const answer = await world.ask('resident-grid-1', name, {})
  expect(answer.pins).toHaveLength(200)
  expect(answer.isMore).toBe(true)
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(64 * 1024)
})

test('another community has a map of its own; a group that does not exist is refused', async () => {
  await reportPublicly(world)
  expect((await world.ask('b-resident-1', name, {})).pins).toEqual([])
  await expectCode(world, 'INVALID_INPUT', 'resident-grid-1', name, { group: 'all' })
})
