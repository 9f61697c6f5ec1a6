import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, stepOf, useWorld } from '../world'
import { helped, helper, lead, noticesOf, other, promised, strangers } from './shared'

const world = useWorld()
const name = 'issues.removeHelper' satisfies CapabilityName

test('who no longer helps is told and sees it no longer; sent twice it is one change', async () => {
  const id = await helped(world)
  const input = { id, personId: helper, reason: '已经核对' }
  await expectOnce(world, lead, name, input, { ...input, reason: '别的' })
  expect(noticesOf(world, helper).at(-1)).toBe('这件事不用您协办了，谢谢您。')
  expect(world.documents('parts')).toEqual([])
  await expectAbsent(world, helper, 'issues.getIssue', id, (one) => ({ id: one }))
})

test('ISSUE_COMMITMENT_OWED, ISSUE_HELPER_UNKNOWN, FORBIDDEN, ISSUE_NOT_SHARED_NOW', async () => {
  const id = await helped(world)
  await expectRefused(world, 'ISSUE_HELPER_UNKNOWN', lead, name, { id, personId: other, reason: '没有' })
  await expectRefused(world, 'FORBIDDEN', helper, name, { id, personId: helper, reason: '不想' })
  await promised(world, id)
  await expectRefused(world, 'ISSUE_COMMITMENT_OWED', lead, name, { id, personId: helper, reason: '不需要' })
  await stepOf(world, lead, { id, move: 'submit', result: 'cannot', sentence: '没有条件' })
  await expectRefused(world, 'ISSUE_NOT_SHARED_NOW', lead, name, { id, personId: helper, reason: '不需要' })
})

test('an issue somebody may not see is absent to them', async () => {
  const id = await helped(world)
  for (const persona of strangers)
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, personId: helper, reason: '不' }))
})
