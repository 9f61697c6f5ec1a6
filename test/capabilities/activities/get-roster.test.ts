import type { CapabilityName } from '@/shared/contracts'
import { ageGroupNames } from '@/shared/kernel/themes'
import { minuteMs } from '@/shared/kernel/time'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { arrive, at, desk, neighbour, sessionOf, signedUpFor, start, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.getRoster' satisfies CapabilityName

test('the code of the moment, how many are there, and who has to be agreed to', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  await arrive(world, id)
  await arrive(world, id, neighbour, { position: null })
  const roster = await world.ask(desk, name, { id })
  expect(roster).toMatchObject({ signedUp: 2, present: 2, code: { changesAt: '2026-11-26T01:00:30.000Z' } })
  expect(roster.rows.map(({ canDecide, participation }) => [canDecide, participation?.waitsFor])).toEqual([
    [false, null],
    [true, 'leader'],
  ])
  at(world, start + minuteMs)
  expect((await world.ask(desk, name, { id })).code!.digits).not.toBe(roster.code!.digits)
})

test('no code outside the hours of checking in', async () => {
  const id = await sessionOf(world)
  expect((await world.ask(desk, name, { id })).code).toBeNull()
})

test('the first name of a child is read by staff; another resident who leads reads how old it is', async () => {
  const id = await sessionOf(world)
  const children = [{ name: '小宝', ageGroup: 'from6to9' as const }]
  await world.ask(volunteer, 'activities.signUp', { id, who: 'withChildren', children, hasConsented: true })
  const { activityId } = world.documents('sessions').find(({ _id }) => _id === id)!
  await world.ask(desk, 'activities.setLeader', { id: activityId, personId: 'volunteer-1' })
  const childrenTo = async (persona: string) => (await world.ask(persona, name, { id })).rows[0]!.children
  expect([await childrenTo(desk), await childrenTo('volunteer-1')]).toEqual([['小宝'], [ageGroupNames.from6to9]])
})

test('FORBIDDEN to those who only take part, NOT_FOUND to another community', async () => {
  const id = await signedUpFor(world)
  await expectRefused(world, 'FORBIDDEN', volunteer, name, { id })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one }))
})
