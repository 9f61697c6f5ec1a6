import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { answerChecks, asked, at, desk, neighbour, sessionOf, signedUpFor, start, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.cancelSession' satisfies CapabilityName
const reserved = () => world.documents('issuerYears').find((one) => one.communityId === 'xinsheng')?.reserved ?? 0

test('everybody who signed up reads why, those who wait as well; what was set aside is returned; once', async () => {
  const before = reserved()
  const id = await signedUpFor(world, { capacity: 1, headCountMin: 1 }, [volunteer, neighbour])
  expect(reserved()).toBe(before + 4)
  at(world, start - 1)
  const reply = await expectOnce(world, desk, name, { id, reason: '下雨' }, { id, reason: '刮风' })
  expect(reply.told).toBe(2)
  expect(reserved()).toBe(before)
  const { store, files } = world.runtime
  await deliverAnnouncements({ store, files, now: world.clock.now })
  for (const persona of [volunteer, neighbour]) {
    const { notices } = await world.ask(persona, 'notices.listNotices', {})
    expect(notices[0]).toMatchObject({ title: '活动取消', subject: { kind: 'session', id } })
    expect(notices[0]!.text).toContain('下雨')
  }
  expect(await world.ask(desk, name, { id, reason: '再说一次' })).toMatchObject({ told: 0 })
  expect((await world.ask(volunteer, 'activities.getSession', { id })).cancelledFor).toBe('下雨')
})

test('SESSION_BEGUN', async () => {
  const id = await signedUpFor(world)
  await expectRefused(world, 'SESSION_BEGUN', desk, name, { id, reason: '下雨' })
})

test('FORBIDDEN to those who only take part, NOT_FOUND to another community', async () => {
  const id = await sessionOf(world)
  await expectRefused(world, 'FORBIDDEN', volunteer, name, { id, reason: '下雨' })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, reason: '下雨' }))
})

test('what a resident who leads writes as the reason is read by others once it has passed the content check', async () => {
  const { id: activityId } = await world.ask(volunteer, 'activities.createActivity', asked)
  await answerChecks(world)
  await world.ask(desk, 'activities.approveActivity', { id: activityId, approve: true })
  const id = world.documents('sessions').find((one) => one.activityId === activityId)!._id
  await world.ask(neighbour, 'activities.signUp', { id })
  await world.ask(volunteer, name, { id, reason: '没人看过的话' })
  const { store, files } = world.runtime
  await deliverAnnouncements({ store, files, now: world.clock.now })
  const read = async () =>
    JSON.stringify([
      await world.ask(neighbour, 'notices.listNotices', {}),
      await world.ask(neighbour, 'activities.getSession', { id }),
    ])
  expect(await read()).toContain('活动取消')
  expect(await read()).not.toContain('没人看过的话')
  expect((await world.ask(desk, 'activities.getSession', { id })).cancelledFor).toBe('没人看过的话')
  await answerChecks(world)
  expect((await world.ask(neighbour, 'activities.getSession', { id })).cancelledFor).toBe('没人看过的话')
})

test('what the check finds risky, or is unsure of, stays with those who lead', async () => {
  for (const suggest of ['risky', 'review'] as const) {
    const id = await sessionOf(world, { rule: { ...asked.rule, times: ['20:00'] } })
    const { activityId } = world.documents('sessions').find(({ _id }) => _id === id)!
    await world.ask(desk, 'activities.setLeader', { id: activityId, personId: 'volunteer-1' })
    await world.ask('volunteer-1', name, { id, reason: `${suggest} 的话` })
    expect(await answerChecks(world, suggest)).toEqual({ done: 1 })
    expect(await answerChecks(world)).toEqual({ done: 0 })
    expect((await world.ask(neighbour, 'activities.getSession', { id })).cancelledFor).toBeNull()
  }
})
