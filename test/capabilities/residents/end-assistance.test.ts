import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { begin, head } from './assist'

const world = useWorld()
const name = 'residents.endAssistance'

test('ended is ended, from that moment; ending again, or after the half hour, changes nothing', async () => {
  const { id } = await begin(world)
  world.clock.now += 60_000
  expect(await world.ask(head, name, { id })).toMatchObject({ isOn: false })
  world.clock.now += 60_000
  await world.ask(head, name, { id })
  expect(world.documents('assistances')).toMatchObject([{ endedAt: '2026-11-25T01:01:00.000Z' }])
  const { id: later } = await begin(world)
  world.clock.now += 30 * 60_000
  expect(await world.ask(head, name, { id: later })).toMatchObject({ isOn: false })
  expect(world.documents('assistances').find(({ _id }) => _id === later)!.endedAt).toBeNull()
})

test('a stranger sees NOT_FOUND, also one in the same post next door; residents are FORBIDDEN', async () => {
  const { id } = await begin(world)
  for (const persona of ['worker-grid-6', 'community-worker-1', 'b-worker-grid-1'])
    await expectAbsent(world, persona, name, id, (one) => ({ id: one }))
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, { id })
})

test('twice is once', async () => {
  const { id } = await begin(world)
  await expectOnce(world, head, name, { id }, { id: 'another' })
})
