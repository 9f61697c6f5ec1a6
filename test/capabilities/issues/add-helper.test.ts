import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'
import { helped, helper, lead, led, noticesOf, other, owner, strangers } from './shared'

const world = useWorld()
const name = 'issues.addHelper' satisfies CapabilityName
const many = [1, 2, 4, 5, 7]
  .map((number) => `worker-grid-${number}`)
  .concat(
    [1, 2, 3, 4].map((number) => `group-leader-${number}`),
    'officer-police',
  )

test('a helper is told, sees the issue and reports progress, but does not submit it', async () => {
  const id = await helped(world)
  expect(noticesOf(world, helper)).toEqual(['请您协办这件事，打开看看请您做什么。'])
  const { joint, moves, canAddProgress } = await world.ask(helper, 'issues.getIssue', { id })
  expect(joint.helpers).toMatchObject([{ personId: helper, departmentName: '劳动保障所', task: '核对工地用工' }])
  expect([moves, canAddProgress]).toEqual([[], true])
  await world.ask(helper, 'issues.addProgress', { id, text: '已核对' })
  const done = { id, move: 'submit', result: 'resolved', sentence: '办好了' }
  await expectRefused(world, 'FORBIDDEN', helper, 'issues.moveIssue', done)
})

test('a helper who leaves the post sees it no longer', async () => {
  const id = await helped(world)
  await world.runtime.store.postings.updateWhere({ personId: helper }, { to: '2026-11-24' })
  await expectAbsent(world, helper, 'issues.getIssue', id, (one) => ({ id: one }))
})

test('sent twice it is one helper', async () => {
  const id = await led(world)
  const input = { id, personId: helper, task: '核对' }
  await expectOnce(world, lead, name, input, { ...input, task: '别的' })
  expect(issueOf(world, id).helperIds).toEqual([helper])
})

test('ISSUE_HELPS_ALREADY, ISSUE_PERSON_UNFIT, ISSUE_NOT_SHARED_NOW, FORBIDDEN', async () => {
  const id = await helped(world)
  for (const personId of [owner, lead, helper])
    await expectRefused(world, 'ISSUE_HELPS_ALREADY', owner, name, { id, personId, task: '协助' })
  for (const personId of ['resident-grid-7', 'worker-grid-3', 'b-worker-grid-1'])
    await expectRefused(world, 'ISSUE_PERSON_UNFIT', owner, name, { id, personId, task: '协助' })
  for (const persona of [helper, 'resident-grid-6', 'group-leader-4'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, personId: other, task: '协助' })
  await stepOf(world, lead, { id, move: 'submit', result: 'cannot', sentence: '没有条件' })
  await expectRefused(world, 'ISSUE_NOT_SHARED_NOW', owner, name, { id, personId: other, task: '协助' })
})

test('ISSUE_HELPERS_FULL: ten help, no more', async () => {
  const id = await led(world)
  for (const personId of many) await world.ask(lead, name, { id, personId, task: '协助' })
  await expectRefused(world, 'ISSUE_HELPERS_FULL', lead, name, { id, personId: helper, task: '协助' })
})

test('an issue somebody may not see is absent to them', async () => {
  const id = await report(world)
  for (const persona of strangers)
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, personId: helper, task: '协助' }))
})
