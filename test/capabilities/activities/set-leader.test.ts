import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import {
  administrator,
  arrive,
  asked,
  at,
  desk,
  end,
  neighbour,
  sessionOf,
  start,
  stranger,
  volunteer,
  worker,
} from './shared'

const world = useWorld()
const name = 'activities.setLeader' satisfies CapabilityName
const helper = 'volunteer-1'
const weekly = { ...asked.rule, to: '2026-12-31' }
const activityOf = (sessionId: string) => world.documents('sessions').find(({ _id }) => _id === sessionId)!.activityId
const noticesOf = async (persona: string) => (await world.ask(persona, 'notices.listNotices', {})).notices
const isLeading = async (persona: string, id: string) =>
  (await world.refusalOf(persona, 'activities.getRoster', { id })) === 'ok'

test('the code, the roster and the confirmations go to the new leader and leave the old; both are told', async () => {
  const sessionId = await sessionOf(world, { rule: weekly }, worker)
  const id = activityOf(sessionId)
  await world.ask(volunteer, 'activities.signUp', { id: sessionId })
  expect([await isLeading(worker, sessionId), await isLeading(helper, sessionId)]).toEqual([true, false])
  const reply = await expectOnce(world, desk, name, { id, personId: helper }, { id, personId: volunteer })
  expect(reply).toEqual({ id, leaderName: expect.any(String), sessions: 14 })
  expect([await isLeading(worker, sessionId), await isLeading(helper, sessionId)]).toEqual([false, true])

  at(world, start)
  expect((await world.ask(helper, 'activities.getRoster', { id: sessionId })).code).not.toBeNull()
  const { id: came } = await arrive(world, sessionId, volunteer, { position: null })
  await expectRefused(world, 'FORBIDDEN', worker, 'activities.cancelSession', { id: sessionId, reason: '下雨' })
  await world.ask(helper, 'activities.decideParticipation', { id: came, isConfirmed: true })
  expect((await world.ask(volunteer, 'activities.getSession', { id: sessionId })).leaderName).toBe(reply.leaderName)
  expect((await noticesOf(helper))[0]).toMatchObject({
    title: '请您带队',
    text: expect.stringContaining('今后的场次由您带队'),
  })
  expect((await noticesOf(worker))[0]).toMatchObject({ title: '带队人换了', subject: { kind: 'activity', id } })
})

test('what is made later is led by the new leader, what is over stays with whoever was there', async () => {
  const sessionId = await sessionOf(world, { rule: weekly })
  const id = activityOf(sessionId)
  at(world, end + 1)
  await world.ask(desk, name, { id, personId: helper })
  const { makeSessions } = await import('@cloud/jobs/make-sessions')
  const { store, files } = world.runtime
  await makeSessions({ store, files, now: start + dayMs })
  const leaders = world
    .documents('sessions')
    .filter(({ activityId }) => activityId === id)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .map(({ leaderId }) => leaderId)
  expect(leaders).toEqual([desk, ...Array.from({ length: leaders.length - 1 }, () => helper)])
  expect(leaders.length).toBeGreaterThan(14)
})

test('one session alone: its own page and notice, the activity stays with its leader', async () => {
  const sessionId = await sessionOf(world, { rule: weekly })
  const id = activityOf(sessionId)
  expect(await world.ask(administrator, name, { id, sessionId, personId: helper })).toMatchObject({ sessions: 1 })
  expect(await world.ask(administrator, name, { id, sessionId, personId: helper })).toMatchObject({ sessions: 0 })
  expect(world.documents('activities').find(({ _id }) => _id === id)!.leaderId).toBe(desk)
  const led = world.documents('sessions').filter((one) => one.activityId === id && one.leaderId === helper)
  expect(led.map(({ _id }) => _id)).toEqual([sessionId])
  const told = (await noticesOf(helper)).filter(({ title }) => title === '请您带队')
  expect(told).toMatchObject([{ subject: { kind: 'session', id: sessionId } }])
  expect(await world.ask(desk, name, { id, personId: worker })).toMatchObject({ sessions: 13 })
  expect(await isLeading(helper, sessionId)).toBe(true)
  expect(await world.ask(desk, name, { id, personId: worker })).toMatchObject({ sessions: 0 })
})

test('whoever has served before may lead without a post', async () => {
  const sessionId = await sessionOf(world)
  const id = activityOf(sessionId)
  await expectRefused(world, 'LEADER_UNFIT', desk, name, { id, personId: neighbour })
  await world.ask(neighbour, 'activities.signUp', { id: sessionId })
  at(world, start)
  await arrive(world, sessionId, neighbour)
  await world.ask(desk, name, { id, sessionId, personId: neighbour })
  expect(await isLeading(neighbour, sessionId)).toBe(true)
})

test('LEADER_SUSPENDED, LEADER_UNFIT for a newcomer, somebody who leaves, or of another community', async () => {
  const id = activityOf(await sessionOf(world))
  const stop = { kind: 'person', ownerId: helper, isSuspended: true, reason: '核实中' } as const
  await world.ask(administrator, 'lovebank.setSuspension', stop)
  await expectRefused(world, 'LEADER_SUSPENDED', desk, name, { id, personId: helper })
  await world.ask(administrator, 'lovebank.setSuspension', { ...stop, isSuspended: false })
  await world.ask(helper, 'residents.deleteAccount', {})
  for (const personId of [helper, 'newcomer-1', 'b-community-worker-1', 'nobody'])
    await expectRefused(world, 'LEADER_UNFIT', desk, name, { id, personId })
})

test('ACTIVITY_OVER for one that has ended, SESSION_SETTLED for one that was cancelled', async () => {
  const sessionId = await sessionOf(world)
  const id = activityOf(sessionId)
  await world.ask(desk, 'activities.cancelSession', { id: sessionId, reason: '下雨' })
  await expectRefused(world, 'SESSION_SETTLED', desk, name, { id, sessionId, personId: helper })
  await world.ask(desk, 'activities.endActivity', { id, reason: '天冷' })
  await expectRefused(world, 'ACTIVITY_OVER', desk, name, { id, personId: helper })
})

test('staff only, and NOT_FOUND to another community', async () => {
  const sessionId = await sessionOf(world)
  const id = activityOf(sessionId)
  for (const persona of [volunteer, helper])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, personId: helper })
  await expectAbsent(world, 'b-community-worker-1', name, id, (one) => ({ id: one, personId: helper }))
  await expectRefused(world, 'FORBIDDEN', stranger, name, { id, personId: helper })
  await expectRefused(world, 'NOT_FOUND', desk, name, { id, sessionId: 'session-of-nobody', personId: helper })
})
