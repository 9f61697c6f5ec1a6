import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { useWorld } from '../world'
import { arrive, at, end, leave, neighbour, sessionOf, signedUpFor, start, volunteer } from './shared'

const world = useWorld()
const name = 'activities.listMySignups' satisfies CapabilityName

test('ahead with where one stands; past with what came of it; what was given back is in neither', async () => {
  const id = await signedUpFor(world, { capacity: 1, headCountMin: 1 }, [volunteer, neighbour])
  const standing = async (persona: string) => (await world.ask(persona, name, {})).signups.map((one) => one.standing)
  expect([await standing(volunteer), await standing(neighbour)]).toEqual([['place'], ['waiting']])
  await arrive(world, id)
  at(world, end)
  await leave(world, id)
  at(world, start + dayMs)
  expect((await world.ask(volunteer, name, {})).signups).toEqual([])
  const { signups } = await world.ask(volunteer, name, { when: 'past' })
  expect(signups).toMatchObject([{ session: { id }, participation: { counted: 120, halfPoints: 4 } }])
})

test('a cancelled sign-up is not listed', async () => {
  const id = await sessionOf(world)
  await world.ask(volunteer, 'activities.signUp', { id })
  await world.ask(volunteer, 'activities.cancelSignup', { id, reason: '有事' })
  expect((await world.ask(volunteer, name, {})).signups).toEqual([])
})
