import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, issueOf, stepOf, useWorld } from '../world'
import { desk, helped, helper, lead, led, noticesOf, other, owner, promised, strangers } from './shared'

const world = useWorld()
const name = 'issues.sendBack' satisfies CapabilityName

test('a lead that says it is not its own gives it back to the owner, with the reason', async () => {
  const id = await led(world)
  await expectOnce(world, lead, name, { id, reason: '属于市政' }, { id, reason: '别的' })
  expect(issueOf(world, id)).toMatchObject({ lead: null, leadId: owner, bounces: 1, decisionDueAt: null })
  expect(noticesOf(world, owner).at(-1)).toContain('不属本部门，已退回。请您重新安排。')
  const { timeline } = await world.ask(owner, 'issues.getIssue', { id })
  expect(timeline.at(-1)).toMatchObject({ title: '部门退回', text: expect.stringContaining('属于市政') })
})

test('after two the community decides within four working hours, and what it decides stays', async () => {
  const id = await helped(world)
  await world.ask(helper, name, { id, reason: '没有用工' })
  await world.ask(lead, name, { id, reason: '属于市政' })
  expect(issueOf(world, id)).toMatchObject({ bounces: 2, decisionDueAt: '2026-11-25T05:00:00.000Z' })
  expect(noticesOf(world, desk).at(-1)).toContain('请您在 4 个工作小时内决定')
  const again = { id, personId: lead, reason: '还是执法' }
  await expectRefused(world, 'ISSUE_SENT_BACK_TOO_OFTEN', owner, 'issues.setLead', again)
  const helping = { id, personId: other, task: '协助' }
  await expectRefused(world, 'ISSUE_SENT_BACK_TOO_OFTEN', owner, 'issues.addHelper', helping)
  await stepOf(world, owner, { id, move: 'suspend', reason: '等决定', until: '2026-12-01' })
  expect(issueOf(world, id).decisionDueAt).toBe('2026-11-25T05:00:00.000Z')
  await world.ask(desk, 'issues.setLead', again)
  expect(issueOf(world, id)).toMatchObject({ leadId: lead, decisionDueAt: null })
  await expectRefused(world, 'ISSUE_DECIDED_BY_COMMUNITY', lead, name, { id, reason: '还是不属' })
})

test('FORBIDDEN, ISSUE_COMMITMENT_OWED, ISSUE_NOT_SHARED_NOW', async () => {
  const id = await helped(world)
  for (const persona of [owner, desk, 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, reason: '不属' })
  await promised(world, id)
  await expectRefused(world, 'ISSUE_COMMITMENT_OWED', helper, name, { id, reason: '不属' })
  await stepOf(world, lead, { id, move: 'submit', result: 'cannot', sentence: '没有条件' })
  await expectRefused(world, 'ISSUE_NOT_SHARED_NOW', helper, name, { id, reason: '不属' })
})

test('an issue somebody may not see is absent to them', async () => {
  const id = await led(world)
  for (const persona of strangers) await expectAbsent(world, persona, name, id, (one) => ({ id: one, reason: '不属' }))
})
