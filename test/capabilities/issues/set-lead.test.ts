import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'
import { desk, helped, helper, lead, led, noticesOf, owner, strangers } from './shared'

const world = useWorld()
const name = 'issues.setLead' satisfies CapabilityName

test('there is one lead, who is told and alone submits; the owner stays the owner', async () => {
  const id = await led(world)
  const { joint, moves, owner: kept } = await world.ask(lead, 'issues.getIssue', { id })
  expect(joint.lead).toMatchObject({ personId: lead, departmentName: '综合行政执法局' })
  expect([kept.personId, moves.map(({ move }) => move)]).toEqual([owner, ['submit']])
  expect(noticesOf(world, lead)).toEqual(['请您牵头办理这件事，办好后由您提交结果。'])
  await expectRefused(world, 'FORBIDDEN', owner, 'issues.moveIssue', {
    id,
    move: 'submit',
    result: 'resolved',
    sentence: '好了',
  })
  expect(await stepOf(world, lead, { id, move: 'submit', result: 'resolved', sentence: '已清理' })).toBe('verifying')
})

test('another lead leaves the one before as a helper, and the lead can go back to the owner', async () => {
  const id = await helped(world)
  await world.ask(desk, name, { id, personId: helper, reason: '欠薪为主' })
  const joint = (await world.ask(owner, 'issues.getIssue', { id })).joint
  expect([joint.lead!.personId, joint.helpers.map(({ personId }) => personId)]).toEqual([helper, [lead]])
  await world.ask(owner, name, { id, personId: owner, reason: '收尾' })
  expect(issueOf(world, id)).toMatchObject({ lead: null, leadId: owner, helperIds: [lead, helper] })
})

test('whoever leads keeps it only in the department they were asked in', async () => {
  const id = await led(world)
  await world.runtime.store.postings.updateWhere({ personId: lead }, { departmentId: 'xinsheng:civilAffairs' })
  await expectAbsent(world, lead, 'issues.getIssue', id, (one) => ({ id: one }))
})

test('sent twice it is one change', async () => {
  const id = await report(world)
  const input = { id, personId: lead, reason: '由执法牵头' }
  await expectOnce(world, owner, name, input, { ...input, reason: '别的' })
  expect(issueOf(world, id).timeline.filter(({ kind }) => kind === 'joint')).toHaveLength(1)
})

test('FORBIDDEN, ISSUE_LEADS_ALREADY, ISSUE_PERSON_UNFIT, ISSUE_NOT_SHARED_NOW', async () => {
  const id = await helped(world)
  for (const persona of [lead, helper, 'resident-grid-6', 'group-leader-4'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, personId: helper, reason: '换人' })
  await expectRefused(world, 'ISSUE_LEADS_ALREADY', owner, name, { id, personId: lead, reason: '同一个' })
  for (const personId of ['resident-grid-7', 'worker-grid-3', 'b-worker-grid-1', 'nobody'])
    await expectRefused(world, 'ISSUE_PERSON_UNFIT', owner, name, { id, personId, reason: '换人' })
  await stepOf(world, lead, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await expectRefused(world, 'ISSUE_NOT_SHARED_NOW', owner, name, { id, personId: helper, reason: '换人' })
})

test('ISSUE_HELPERS_FULL: the lead before would be the eleventh helper', async () => {
  const id = await led(world)
  for (const personId of [1, 2, 4, 5, 7]
    .map((number) => `worker-grid-${number}`)
    .concat(
      [1, 2, 3, 4].map((number) => `group-leader-${number}`),
      'officer-police',
    ))
    await world.ask(lead, 'issues.addHelper', { id, personId, task: '协助' })
  await expectRefused(world, 'ISSUE_HELPERS_FULL', owner, name, { id, personId: helper, reason: '换人' })
})

test('an issue somebody may not see is absent to them', async () => {
  const id = await report(world)
  for (const persona of strangers)
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, personId: lead, reason: '牵头' }))
})
