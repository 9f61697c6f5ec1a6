import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.askExtension' satisfies CapabilityName
const owner = 'worker-grid-6'
/** Two working days from Wednesday 09:00: due on Friday at 09:00, and with half of that more on Monday at 09:00. */
const due = '2026-11-27T01:00:00.000Z'
const latest = '2026-11-30T01:00:00.000Z'
const reason = '配件要等两天'

const toldOf = (persona: string) =>
  world
    .documents('notices')
    .filter(({ recipientId }) => recipientId === persona)
    .map(({ text }) => text)

test('its owner asks once, the leader of the group is told until when to answer, and the clock runs on', async () => {
  const id = await report(world)
  const { extension } = await world.ask(owner, 'issues.getIssue', { id })
  expect(extension).toEqual({ asked: null, choices: ['2026-11-27T05:30:00.000Z', latest], canDecide: false })
  expect(await world.ask(owner, name, { id, reason, until: latest })).toMatchObject({ dueAt: due })
  const asked = await world.ask('group-leader-4', 'issues.getIssue', { id })
  expect(asked.extension).toMatchObject({
    asked: { reason, until: latest, decideBy: '2026-11-25T05:00:00.000Z', decision: null },
    choices: [],
    canDecide: true,
  })
  expect(asked.timeline.at(-1)).toMatchObject({ title: '申请延期', text: `申请延期到 11 月 30 日 09:00：${reason}` })
  expect(toldOf('group-leader-4').at(-1)).toContain('请您在 11 月 25 日 13:00 前决定')
  expect(issueOf(world, id).reminders?.nextAt).toBe('2026-11-25T05:00:00.000Z')
})

test('the desk decides what a group leader may not read', async () => {
  const id = await report(world, 'resident-grid-6', { classCode: 'dispute' })
  const { owner: worker, clock } = issueOf(world, id)
  const until = new Date(Date.parse(clock.dueAt) + 60 * 60_000).toISOString()
  await world.ask(worker.personId, name, { id, reason, until })
  const [decider] = ['community-worker-1', 'community-worker-2'].filter((one) => one !== worker.personId)
  expect(toldOf(decider!).at(-1)).toContain('申请把这件事延期到')
  expect(toldOf('group-leader-4')).toEqual([])
})

test('sent twice is asked once', async () => {
  const id = await report(world)
  await expectOnce(world, owner, name, { id, reason, until: latest }, { id, reason: '别的', until: latest })
})

test('once in a clock; reopening starts another', async () => {
  const id = await report(world)
  await world.ask(owner, name, { id, reason, until: latest })
  await expectRefused(world, 'ISSUE_EXTENSION_ASKED', owner, name, { id, reason, until: latest })
  await stepOf(world, owner, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await expectRefused(world, 'ISSUE_EXTENSION_ASKED', owner, name, { id, reason, until: latest })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  world.clock.now += 60_000
  await stepOf(world, 'resident-grid-6', { id, move: 'reopen' })
  const { extension } = await world.ask(owner, 'issues.getIssue', { id })
  expect([extension.asked, extension.choices.length]).toEqual([null, 2])
})

test.each([
  ['not later than the limit', due],
  ['later than half of it more', '2026-11-30T01:01:00.000Z'],
])('until %s is out of range', async (_name, until) => {
  const id = await report(world)
  await expectRefused(world, 'ISSUE_EXTENSION_RANGE', owner, name, { id, reason, until })
})

test('too late once the limit has passed, and not while it stands still', async () => {
  const id = await report(world)
  await stepOf(world, owner, { id, move: 'start' })
  await stepOf(world, owner, { id, move: 'suspend', reason: '等配件', until: '2026-12-01' })
  await expectRefused(world, 'ISSUE_EXTENSION_NOT_NOW', owner, name, { id, reason, until: latest })
  await stepOf(world, owner, { id, move: 'resume' })
  world.clock.now = Date.parse(due)
  await expectRefused(world, 'ISSUE_EXTENSION_TOO_LATE', owner, name, { id, reason, until: latest })
})

test('nobody else asks, and to a stranger there is no such issue', async () => {
  const id = await report(world)
  for (const persona of ['group-leader-4', 'community-worker-1', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, reason, until: latest })
  await expectAbsent(world, 'worker-grid-1', name, id, (one) => ({ id: one, reason, until: latest }))
})
