import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.decideExtension' satisfies CapabilityName
const owner = 'worker-grid-6'
const leader = 'group-leader-4'
const until = '2026-11-30T01:00:00.000Z'

const asked = async (): Promise<string> => {
  const id = await report(world)
  await world.ask(owner, 'issues.askExtension', { id, reason: '等配件', until })
  return id
}
const textsOf = (persona: string) =>
  world
    .documents('notices')
    .filter(({ recipientId }) => recipientId === persona)
    .map(({ text }) => text)

test('agreed: the limit and its reminders move, and owner and reporter read the new limit', async () => {
  const id = await asked()
  expect(await world.ask(leader, name, { id, agree: true })).toMatchObject({ dueAt: until })
  const { clock, reminders, extension } = issueOf(world, id)
  // Three quarters of 1,620 working minutes from Wednesday 09:00 are 1,215: Friday 11:15.
  expect(clock).toMatchObject({ dueAt: until, amberAt: '2026-11-27T03:15:00.000Z' })
  expect(reminders).toEqual({ nextAt: '2026-11-27T03:15:00.000Z', told: [], set: 1 })
  expect(extension?.decision).toMatchObject({ agreed: true, by: leader, role: 'groupLeader', reason: null })
  for (const persona of [owner, 'resident-grid-6'])
    expect(textsOf(persona).at(-1)).toContain('新的时限是 11 月 30 日 09:00')
  const seen = await world.ask(owner, 'issues.getIssue', { id })
  expect(seen.timeline.at(-1)).toMatchObject({ title: '同意延期', text: '同意延期到 11 月 30 日 09:00' })
})

test('refused: the limit stays, and the owner is told and can read why', async () => {
  const id = await asked()
  await expectRefused(world, 'ISSUE_MOVE_INCOMPLETE', leader, name, { id, agree: false })
  await world.ask('community-worker-2', name, { id, agree: false, reason: '居民等不起' })
  expect(issueOf(world, id).clock.dueAt).toBe('2026-11-27T01:00:00.000Z')
  expect(textsOf(owner).at(-1)).toBe('延期没有同意，时限仍是 11 月 27 日 09:00。打开可以看到理由。')
  const seen = await world.ask(owner, 'issues.getIssue', { id })
  expect(seen.timeline.at(-1)).toMatchObject({ title: '不同意延期', text: '不同意延期：居民等不起' })
  expect(seen.extension).toMatchObject({ asked: { decision: { agreed: false, reason: '居民等不起' } }, choices: [] })
})

test('agreed while it stands still, the time is given when it goes on', async () => {
  const id = await asked()
  await stepOf(world, owner, { id, move: 'start' })
  await stepOf(world, owner, { id, move: 'suspend', reason: '等配件', until: '2026-12-01' })
  await world.ask(leader, name, { id, agree: true })
  world.clock.now = Date.parse('2026-11-30T01:00:00.000Z')
  await stepOf(world, owner, { id, move: 'resume' })
  // 1,620 working minutes were left; from Monday 09:00 they end on Thursday at 09:00.
  expect(issueOf(world, id).clock.dueAt).toBe('2026-12-03T01:00:00.000Z')
})

test('sent twice is decided once', async () => {
  const id = await asked()
  await expectOnce(world, leader, name, { id, agree: true }, { id, agree: false, reason: '不行' })
})

test('not asked, decided already, and lapsed when the result is there', async () => {
  const none = await report(world)
  await expectRefused(world, 'ISSUE_EXTENSION_NOT_ASKED', leader, name, { id: none, agree: true })
  const id = await asked()
  await world.ask(leader, name, { id, agree: true })
  await expectRefused(world, 'ISSUE_EXTENSION_DECIDED', 'community-worker-1', name, { id, agree: true })
  const done = await asked()
  await stepOf(world, owner, { id: done, move: 'submit', result: 'resolved', sentence: '已清理' })
  await expectRefused(world, 'ISSUE_EXTENSION_LAPSED', leader, name, { id: done, agree: true })
})

test('never by who asked or owns it, nor by others who may see it; to a stranger there is none', async () => {
  const id = await asked()
  for (const persona of [owner, 'resident-grid-6', 'branch-secretary-2'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, agree: true })
  await expectAbsent(world, 'group-leader-1', name, id, (one) => ({ id: one, agree: true }))
  const own = await report(world, 'resident-grid-6', { classCode: 'policy' })
  const worker = issueOf(world, own).owner.personId
  const later = new Date(Date.parse(issueOf(world, own).clock.dueAt) + 60_000).toISOString()
  await world.ask(worker, 'issues.askExtension', { id: own, reason: '等答复', until: later })
  await expectRefused(world, 'FORBIDDEN', worker, name, { id: own, agree: true })
})
