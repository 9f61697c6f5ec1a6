import type { CapabilityName } from '@/shared/contracts'
import { minuteMs } from '@/shared/kernel/time'
import { expectAbsent, useWorld } from '../world'
import { arrive, at, desk, end, neighbour, sessionOf, start, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.getSession' satisfies CapabilityName

test('says what the reader may do now: sign up, cancel, check in, check out, in turn', async () => {
  const id = await sessionOf(world)
  const may = async () => {
    const one = await world.ask(volunteer, name, { id })
    return [one.canSignUp, one.canCancelSignup, one.canCheckIn, one.canCheckOut]
  }
  expect(await may()).toEqual([true, false, false, false])
  await world.ask(volunteer, 'activities.signUp', { id })
  expect(await may()).toEqual([false, true, false, false])
  at(world, start - 30 * minuteMs)
  expect(await may()).toEqual([false, true, true, false])
  await arrive(world, id)
  at(world, start)
  expect(await may()).toEqual([false, false, false, true])
  at(world, end + 1)
  expect(await may()).toEqual([false, false, false, false])
})

test('its leader and the desk lead it, nobody else; the secret of its code is in no answer', async () => {
  const id = await sessionOf(world, {}, 'worker-grid-6')
  const leads = async (persona: string) => (await world.ask(persona, name, { id })).canLead
  expect([await leads('worker-grid-6'), await leads(desk), await leads(neighbour)]).toEqual([true, true, false])
  const { secret } = world.documents('sessions').find(({ _id }) => _id === id)!
  expect(JSON.stringify(await world.ask(desk, name, { id }))).not.toContain(secret)
})

test('NOT_FOUND to another community', async () => {
  await expectAbsent(world, stranger, name, await sessionOf(world), (id) => ({ id }))
})
