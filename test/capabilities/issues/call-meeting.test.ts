import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'
import { called, desk, helped, helper, lead, led, noticesOf, other, owner, strangers } from './shared'

const world = useWorld()
const name = 'issues.callMeeting' satisfies CapabilityName
const asked = { startsAt: '2026-11-26T01:00:00.000Z', place: '王舍路口', agenda: '清运', personIds: [other, owner] }

test('everybody invited is told and sees the issue; whoever calls it takes the chair', async () => {
  const id = await led(world)
  const { number } = await expectOnce(world, lead, name, { id, ...asked }, { id, ...asked, agenda: '别的' })
  expect(number).toBe(1)
  expect(noticesOf(world, other)).toEqual(['请您参加联席会：11 月 26 日 09:00，王舍路口。'])
  const { joint, timeline } = await world.ask(other, 'issues.getIssue', { id })
  expect(joint.meetings).toMatchObject([{ number: 1, place: '王舍路口', state: 'ahead' }])
  expect(timeline.at(-1)).toMatchObject({ title: '召开联席会', text: expect.stringContaining('综治中心') })
  expect(world.documents('meetings')).toMatchObject([
    { chair: { personId: lead }, secret: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ])
})

test('an issue has several, numbered; its reporter reads that they were called, not what is in them', async () => {
  const id = await helped(world)
  await called(world, id)
  await called(world, id)
  await called(world, id)
  const mine = await world.ask('resident-grid-6', 'issues.getIssue', { id })
  expect(mine.timeline.filter(({ title }) => title === '召开联席会')).toHaveLength(3)
  expect(mine.joint.meetings).toEqual([])
  expect(new Set(world.documents('meetings').map(({ secret }) => secret)).size).toBe(3)
})

test('MEETING_TIME_UNFIT, ISSUE_PERSON_UNFIT, FORBIDDEN, ISSUE_NOT_SHARED_NOW', async () => {
  const id = await helped(world)
  for (const startsAt of ['2026-11-25T00:59:00.000Z', '2027-12-01T01:00:00.000Z'])
    await expectRefused(world, 'MEETING_TIME_UNFIT', lead, name, { id, ...asked, startsAt })
  for (const personId of ['resident-grid-7', 'worker-grid-3', 'b-worker-grid-1'])
    await expectRefused(world, 'ISSUE_PERSON_UNFIT', lead, name, { id, ...asked, personIds: [personId] })
  for (const persona of [helper, 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, ...asked })
  await expectRefused(world, 'INVALID_INPUT', lead, name, { id, ...asked, personIds: [other, other] })
  await stepOf(world, lead, { id, move: 'submit', result: 'cannot', sentence: '没有条件' })
  await expectRefused(world, 'ISSUE_NOT_SHARED_NOW', desk, name, { id, ...asked })
})

test('MEETINGS_FULL, ISSUE_HELPERS_FULL, ISSUE_SENT_BACK_TOO_OFTEN: what stands in the way of one more', async () => {
  const like = issueOf(world, await helped(world))
  insertIssues(world, like, [
    { _id: 'issue-full', meetings: 20 },
    { _id: 'issue-helped', helperIds: Array.from({ length: 10 }, (_, at) => `p-${at}`) },
    { _id: 'issue-bounced', bounces: 2 },
  ])
  await expectRefused(world, 'MEETINGS_FULL', lead, name, { id: 'issue-full', ...asked })
  await expectRefused(world, 'ISSUE_HELPERS_FULL', lead, name, { id: 'issue-helped', ...asked })
  await expectRefused(world, 'ISSUE_SENT_BACK_TOO_OFTEN', lead, name, { id: 'issue-bounced', ...asked })
})

test('an issue somebody may not see is absent to them', async () => {
  const id = await report(world)
  for (const persona of strangers) await expectAbsent(world, persona, name, id, (one) => ({ id: one, ...asked }))
})
