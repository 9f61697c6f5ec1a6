import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { administrator, arrive, desk, neighbour, signedUpFor, volunteer } from './shared'

const world = useWorld()
const name = 'activities.listUndecided' satisfies CapabilityName

test('what waits for somebody, and whether the reader may be that; gone once decided', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  await arrive(world, id)
  const { id: waiting } = await world.ask(desk, 'activities.signInVolunteer', { id, personId: neighbour })
  const seenBy = async (persona: string) =>
    (await world.ask(persona, name, {})).participations
      .filter((one) => one.sessionId === id)
      .map((one) => [one.id, one.canDecide])
  expect(await seenBy(desk)).toEqual([[waiting, false]])
  expect(await seenBy(administrator)).toEqual([[waiting, true]])
  await world.ask(administrator, 'activities.decideParticipation', { id: waiting, isConfirmed: true })
  expect(await seenBy(desk)).toEqual([])
  expect((await world.ask('b-community-worker-1', name, {})).participations).toEqual([])
})

test('FORBIDDEN to residents', async () => {
  await expectRefused(world, 'FORBIDDEN', volunteer, name, {})
})
