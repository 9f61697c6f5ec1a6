import type { CapabilityName } from '@/shared/contracts'
import { minuteMs } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { arrive, asked, at, desk, end, neighbour, sessionOf, signedUpFor, start, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.signInVolunteer' satisfies CapabilityName

test('somebody without a telephone is there, for honour until a second person agrees; once', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  const reply = await expectOnce(world, desk, name, { id, personId: volunteer }, { id, personId: neighbour })
  expect(reply).toMatchObject({ by: 'manual', waitsFor: 'second', personId: volunteer })
})

test('NOT_SIGNED_UP, STILL_WAITING, CHECK_IN_NOT_NOW, OWN_PARTICIPATION', async () => {
  const id = await signedUpFor(world, { capacity: 1, headCountMin: 1 }, [volunteer, neighbour])
  await expectRefused(world, 'NOT_SIGNED_UP', desk, name, { id, personId: 'resident-grid-3' })
  await expectRefused(world, 'STILL_WAITING', desk, name, { id, personId: neighbour })
  await expectRefused(world, 'OWN_PARTICIPATION', desk, name, { id, personId: desk })
  at(world, end + 1)
  await expectRefused(world, 'CHECK_IN_NOT_NOW', desk, name, { id, personId: volunteer })
})

test('CHECKED_IN_ELSEWHERE, SESSION_CANCELLED, SESSION_SETTLED', async () => {
  const id = await signedUpFor(world)
  at(world, start - minuteMs)
  const next = await sessionOf(world, { rule: { ...asked.rule, times: ['11:00'] } })
  await world.ask(volunteer, 'activities.signUp', { id: next })
  at(world, start)
  await arrive(world, id)
  at(world, end - minuteMs)
  await expectRefused(world, 'CHECKED_IN_ELSEWHERE', desk, name, { id: next, personId: volunteer })
  for (const [state, code] of [
    ['cancelled', 'SESSION_CANCELLED'],
    ['settled', 'SESSION_SETTLED'],
  ] as const) {
    await world.runtime.store.sessions.updateWhere({ _id: next }, { state })
    await expectRefused(world, code, desk, name, { id: next, personId: volunteer })
  }
})

test('FORBIDDEN to those who only take part, NOT_FOUND to another community and for nobody', async () => {
  const id = await signedUpFor(world)
  await expectRefused(world, 'FORBIDDEN', volunteer, name, { id, personId: neighbour })
  await expectRefused(world, 'NOT_FOUND', desk, name, { id, personId: 'nobody' })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, personId: volunteer }))
})
