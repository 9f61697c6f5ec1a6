import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { answerChecks, asked, desk, volunteer, worker } from './shared'

const world = useWorld()
const name = 'activities.approveActivity' satisfies CapabilityName
const unchecked = async (by = volunteer, changes = {}) =>
  (await world.ask(by, 'activities.createActivity', { ...asked, ...changes })).id
const proposed = async (...of: Parameters<typeof unchecked>) => {
  const id = await unchecked(...of)
  await answerChecks(world)
  return id
}

test('agreed to, it has its sessions, its author leads them and is told; once', async () => {
  const id = await proposed()
  const reply = await expectOnce(world, worker, name, { id, approve: true }, { id, approve: false, reason: '不' })
  expect(reply).toMatchObject({ state: 'open', sessions: 1 })
  const [session] = world.documents('sessions').filter(({ activityId }) => activityId === id)
  expect(await world.refusalOf(volunteer, 'activities.getRoster', { id: session!._id })).toBe('ok')
  expect((await world.ask(volunteer, 'notices.listNotices', {})).notices[0]).toMatchObject({ title: '活动已通过' })
  await expectRefused(world, 'ALREADY_DECIDED', desk, name, { id, approve: false, reason: '重复' })
})

test('declined, its author reads why and there are no sessions', async () => {
  const id = await proposed()
  await expectRefused(world, 'REASON_MISSING', desk, name, { id, approve: false })
  await world.ask(desk, name, { id, approve: false, reason: '那天有别的安排' })
  expect((await world.ask(volunteer, 'activities.getActivity', { id })).reason).toBe('那天有别的安排')
  expect(world.documents('sessions').filter(({ activityId }) => activityId === id)).toEqual([])
})

test('RULE_UNFIT when its days have gone by meanwhile; a rule that has begun goes on from today', async () => {
  const id = await proposed()
  const weekly = await proposed(volunteer, { rule: { ...asked.rule, to: '2026-12-31' } })
  world.clock.now += 10 * 86_400_000
  await expectRefused(world, 'RULE_UNFIT', desk, name, { id, approve: true })
  expect((await world.ask(desk, name, { id: weekly, approve: true })).sessions).toBe(14)
})

test('CONTENT_CHECK_WAITING until the check has answered; what it is unsure of is for staff; declining waits for nothing', async () => {
  const id = await unchecked()
  await expectRefused(world, 'CONTENT_CHECK_WAITING', desk, name, { id, approve: true })
  expect((await world.ask(desk, 'activities.getActivity', { id })).heldBack).toBe('waiting')
  expect(await answerChecks(world, 'review')).toEqual({ done: 1 })
  expect((await world.ask(desk, 'activities.getActivity', { id })).heldBack).toBe('review')
  await world.ask(desk, name, { id, approve: true })
  const other = await unchecked()
  await world.ask(desk, name, { id: other, approve: false, reason: '重复' })
})

test('CONTENT_RISKY is never published; its author mends it and it is asked about anew', async () => {
  const id = await unchecked()
  await answerChecks(world, 'risky')
  await expectRefused(world, 'CONTENT_RISKY', desk, name, { id, approve: true })
  const { title, skills, place, headCountMin } = asked
  await world.ask(volunteer, 'activities.updateActivity', { id, title, text: '改好了', skills, place, headCountMin })
  await expectRefused(world, 'CONTENT_CHECK_WAITING', desk, name, { id, approve: true })
  await answerChecks(world)
  await world.ask(desk, name, { id, approve: true })
})

test('OWN_PROPOSAL: nobody agrees to their own', async () => {
  const id = await proposed()
  await world.runtime.store.activities.updateWhere({ _id: id }, { leaderId: desk })
  await expectRefused(world, 'OWN_PROPOSAL', desk, name, { id, approve: true })
})

test('FORBIDDEN to residents, NOT_FOUND to staff of another community', async () => {
  const id = await proposed()
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-7', name, { id, approve: true })
  await expectAbsent(world, 'b-community-worker-1', name, id, (one) => ({ id: one, approve: true }))
})
