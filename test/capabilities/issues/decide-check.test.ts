import type { Issue } from '@/shared/domain/issues/issue'
import { expectAbsent, expectOnce, expectRefused, issueOf, insertIssues, report, useWorld } from '../world'

const world = useWorld()
const desk = 'community-worker-1'

const check = (verdict: 'review' | 'risky'): Partial<Issue> => ({
  contentCheck: {
    round: 1,
    dueAt: null,
    failures: 0,
    asked: [],
    held: [{ subject: 'text', verdict, label: '20006' }],
    decisions: [],
  },
})
/** An issue whose words the check was unsure of, or found risky. */
const held = async (verdict: 'review' | 'risky'): Promise<string> => {
  const like = issueOf(world, await report(world, 'resident-grid-6', { classCode: 'litter' }))
  const _id = `issue-${verdict}`
  insertIssues(world, like, [{ _id, ...check(verdict) }])
  return _id
}

test('a community worker lets words through that the check was unsure of, and twice is once', async () => {
  const id = await held('review')
  const reply = await expectOnce(
    world,
    desk,
    'issues.decideCheck',
    { id, decision: 'pass' },
    { id, decision: 'reject' },
  )
  expect(reply.contentCheck).toEqual({ state: 'passed', reasons: [], decisions: [] })
  expect(issueOf(world, id)).toMatchObject({ isPublic: true, textCheck: 'passed' })
})

test('or keeps them back, and may have them checked again', async () => {
  const id = await held('review')
  await world.ask(desk, 'issues.decideCheck', { id, decision: 'reject' })
  expect(issueOf(world, id)).toMatchObject({ isPublic: false, textCheck: 'rejected' })
  const { contentCheck } = await world.ask(desk, 'issues.decideCheck', { id, decision: 'askAgain' })
  expect(contentCheck).toMatchObject({ state: 'waiting', decisions: [] })
  await expectRefused(world, 'ISSUE_CHECK_NOT_WAITING', desk, 'issues.decideCheck', { id, decision: 'pass' })
})

test('what was found risky nobody lets through', async () => {
  const id = await held('risky')
  for (const decision of ['pass', 'reject'])
    await expectRefused(world, 'ISSUE_CHECK_RISKY', desk, 'issues.decideCheck', { id, decision })
})

test('nobody but a community worker decides, and to strangers it is not there', async () => {
  const id = await held('review')
  for (const persona of ['resident-grid-6', 'worker-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, 'issues.decideCheck', { id, decision: 'pass' })
  const elsewhere = world
    .documents('postings')
    .find(({ role, communityId }) => role === 'communityWorker' && communityId !== 'xinsheng')!.personId
  await expectAbsent(world, elsewhere, 'issues.decideCheck', id, (one) => ({ id: one, decision: 'pass' }))
})

test('a decision that does not exist is refused by its field', async () => {
  const failure = await expectRefused(world, 'INVALID_INPUT', desk, 'issues.decideCheck', {
    id: 'i',
    decision: 'force',
  })
  expect(Object.keys(failure.fields ?? {})).toEqual(['decision'])
})
