import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import {
  administrator,
  answerChecks,
  arrive,
  at,
  desk,
  end,
  leave,
  neighbour,
  pointsOf,
  signedUpFor,
  stranger,
  volunteer,
} from './shared'

const world = useWorld()
const name = 'activities.decideParticipation' satisfies CapabilityName
/** Somebody is there without a position, and has left. */
const doubtful = async (changes: Parameters<typeof arrive>[3] = { position: null }) => {
  const sessionId = await signedUpFor(world)
  const { id } = await arrive(world, sessionId, volunteer, changes)
  at(world, end)
  await leave(world, sessionId)
  return { id, sessionId }
}

test('agreed to by the leader, honour hours count and are awarded; the roster stands in for the position; once', async () => {
  const { id } = await doubtful()
  const input = { id, isConfirmed: true }
  const reply = await expectOnce(world, desk, name, input, { id, isConfirmed: false, reason: '没来' })
  expect(reply).toMatchObject({ counted: 120, honour: 0, halfPoints: 4, placeCheck: 'leaderRoster', waitsFor: null })
  await world.ask(desk, name, input)
  expect(await pointsOf(world)).toEqual([4])
  expect(await world.ask(volunteer, 'activities.getMyHours', {})).toMatchObject({ counted: 120, honour: 0 })
  await expectRefused(world, 'ALREADY_DECIDED', administrator, name, { id, isConfirmed: false, reason: '没来' })
})

test('agreed to before the check-out, the award waits for the check-out', async () => {
  const sessionId = await signedUpFor(world)
  const { id } = await arrive(world, sessionId, volunteer, { position: null })
  await world.ask(desk, name, { id, isConfirmed: true })
  expect(await pointsOf(world)).toEqual([0])
  at(world, end)
  await leave(world, sessionId)
  expect(await pointsOf(world)).toEqual([4])
})

test('not agreed to, nothing is left of it and its owner reads why', async () => {
  const { id } = await doubtful()
  await expectRefused(world, 'REASON_MISSING', desk, name, { id, isConfirmed: false })
  await world.ask(desk, name, { id, isConfirmed: false, reason: '没有看到人' })
  expect(await world.ask(volunteer, 'activities.getMyHours', {})).toMatchObject({ counted: 0, honour: 0 })
  const { notices } = await world.ask(volunteer, 'notices.listNotices', {})
  expect(notices[0]!.text).toContain('没有看到人')
})

test('why a resident who leads did not agree is told once their words have passed the content check', async () => {
  const sessionId = await signedUpFor(world)
  const { activityId } = world.documents('sessions').find(({ _id }) => _id === sessionId)!
  await world.ask(desk, 'activities.setLeader', { id: activityId, personId: 'volunteer-1' })
  const { id } = await arrive(world, sessionId, volunteer, { position: null })
  await world.ask('volunteer-1', name, { id, isConfirmed: false, reason: '没人看过的话' })
  const texts = async () => (await world.ask(volunteer, 'notices.listNotices', {})).notices.map(({ text }) => text)
  expect((await texts())[0]).toContain('通过内容检测后再告诉您')
  await answerChecks(world)
  expect((await texts()).join()).toContain('原因：没人看过的话')
})

test('SECOND_PERSON_NEEDED: who entered somebody does not agree to it as well; the administrator does', async () => {
  const sessionId = await signedUpFor(world)
  const { id } = await world.ask(desk, 'activities.signInVolunteer', { id: sessionId, personId: volunteer })
  await expectRefused(world, 'SECOND_PERSON_NEEDED', desk, name, { id, isConfirmed: true })
  await world.ask(administrator, name, { id, isConfirmed: true })
})

test('OWN_PARTICIPATION, NOTHING_TO_DECIDE', async () => {
  const { id } = await doubtful({ code: null })
  await expectRefused(world, 'OWN_PARTICIPATION', volunteer, name, { id, isConfirmed: true })
  world.refill()
  at(world, Date.parse('2026-11-25T01:00:00.000Z'))
  const sessionId = await signedUpFor(world)
  const { id: sure } = await arrive(world, sessionId)
  await expectRefused(world, 'NOTHING_TO_DECIDE', desk, name, { id: sure, isConfirmed: true })
})

test('late is not too late: twenty days on it is still awarded; SESSION_SETTLED after thirty', async () => {
  const { id } = await doubtful()
  at(world, end + 31 * dayMs)
  await expectRefused(world, 'SESSION_SETTLED', desk, name, { id, isConfirmed: true })
  at(world, end + 20 * dayMs)
  expect(await world.ask(desk, name, { id, isConfirmed: true })).toMatchObject({ halfPoints: 4 })
})

test('NOT_FOUND to neighbours and to another community', async () => {
  const { id } = await doubtful()
  for (const persona of [neighbour, stranger])
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, isConfirmed: true }))
})
