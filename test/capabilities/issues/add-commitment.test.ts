import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'
import { called, helped, helper, lead, led, noticesOf, other, owner, strangers } from './shared'

const world = useWorld()
const name = 'issues.addCommitment' satisfies CapabilityName
const given = { what: '清运建筑垃圾', personId: other, dueOn: '2026-12-02' }

test('a commitment is a dated task of the issue; whoever makes it takes part from then on and is told', async () => {
  const id = await led(world)
  await expectOnce(world, lead, name, { id, ...given }, { id, ...given, what: '别的' })
  const { joint, timeline } = await world.ask(other, 'issues.getIssue', { id })
  expect(joint.commitments).toMatchObject([{ what: given.what, dueOn: given.dueOn, state: 'open', canComplete: true }])
  expect(joint.helpers).toMatchObject([{ personId: other, departmentName: '综治中心' }])
  expect(timeline.at(-1)).toMatchObject({ title: '承诺事项', text: expect.stringContaining('2026 年 12 月 2 日前') })
  expect(noticesOf(world, other)).toEqual(['有一项承诺由您负责，请在 2026 年 12 月 2 日前完成。'])
})

test('one made at a meeting belongs to it, and only to one of the same issue', async () => {
  const id = await helped(world)
  const meetingId = await called(world, id)
  await world.ask(lead, name, { id, ...given, meetingId })
  expect(world.documents('commitments')).toMatchObject([{ meetingId }])
  const elsewhere = await led(world)
  await expectRefused(world, 'NOT_FOUND', lead, name, { id: elsewhere, ...given, meetingId })
})

test('solved is not said while a promise is open, unless the lead says why', async () => {
  const id = await led(world)
  await world.ask(lead, name, { id, ...given })
  const submit = { id, move: 'submit', sentence: '已清理' } as const
  const { moves } = await world.ask(lead, 'issues.getIssue', { id })
  expect(moves.find(({ move }) => move === 'submit')!.needs).toContain('reason')
  const refused = { ...submit, result: 'resolved' }
  const { fields } = await expectRefused(world, 'ISSUE_MOVE_INCOMPLETE', lead, 'issues.moveIssue', refused)
  expect(Object.keys(fields!)).toEqual(['reason'])
  expect(await stepOf(world, lead, { ...submit, result: 'resolved', reason: '补种等开春' })).toBe('verifying')
  expect(issueOf(world, id).timeline.at(-1)!.text).toBe('已解决：已清理。还有承诺没有完成：补种等开春')
  const second = await led(world)
  await world.ask(lead, name, { id: second, ...given })
  expect(await stepOf(world, lead, { ...submit, id: second, result: 'partly' })).toBe('verifying')
})

test('COMMITMENT_DAY_UNFIT: not in the past, not beyond a year', async () => {
  const id = await led(world)
  for (const dueOn of ['2026-11-24', '2020-01-01', '2027-11-26'])
    await expectRefused(world, 'COMMITMENT_DAY_UNFIT', lead, name, { id, ...given, dueOn })
  await world.ask(lead, name, { id, ...given, dueOn: '2026-11-25' })
})

test('ISSUE_PERSON_UNFIT, FORBIDDEN, ISSUE_NOT_SHARED_NOW, and no owner at all', async () => {
  const id = await helped(world)
  for (const personId of ['resident-grid-7', 'worker-grid-3', 'b-worker-grid-1', 'nobody'])
    await expectRefused(world, 'ISSUE_PERSON_UNFIT', lead, name, { id, ...given, personId })
  const nobody = { id, what: given.what, dueOn: given.dueOn }
  for (const unowned of [nobody, { ...nobody, personId: '' }])
    expect((await expectRefused(world, 'INVALID_INPUT', lead, name, unowned)).fields).toEqual({
      personId: '请选择由谁负责',
    })
  for (const persona of [helper, 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, ...given })
  await stepOf(world, lead, { id, move: 'submit', result: 'cannot', sentence: '没有条件' })
  await expectRefused(world, 'ISSUE_NOT_SHARED_NOW', lead, name, { id, ...given })
})

test('COMMITMENTS_FULL, ISSUE_HELPERS_FULL, ISSUE_SENT_BACK_TOO_OFTEN: what stands in the way of one more', async () => {
  const like = issueOf(world, await helped(world))
  insertIssues(world, like, [
    { _id: 'issue-full', commitments: 50 },
    { _id: 'issue-helped', helperIds: Array.from({ length: 10 }, (_, at) => `p-${at}`) },
    { _id: 'issue-bounced', bounces: 2 },
  ])
  await expectRefused(world, 'COMMITMENTS_FULL', lead, name, { id: 'issue-full', ...given })
  await expectRefused(world, 'ISSUE_HELPERS_FULL', lead, name, { id: 'issue-helped', ...given })
  await expectRefused(world, 'ISSUE_SENT_BACK_TOO_OFTEN', lead, name, { id: 'issue-bounced', ...given })
})

test('an issue somebody may not see is absent to them', async () => {
  const id = await report(world)
  expect(issueOf(world, id).owner.personId).toBe(owner)
  for (const persona of strangers) await expectAbsent(world, persona, name, id, (one) => ({ id: one, ...given }))
})
