import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import {
  checkOf,
  subjectsToAsk,
  withAnswers,
  withCheckDue,
  type CheckAnswer,
} from '@/shared/domain/issues/content-check'
import { checkDecisionsFor, decideCheck, type CheckDecision } from '@/shared/domain/issues/decide-check'
import type { Issue } from '@/shared/domain/issues/issue'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { isRefusal } from '@/shared/kernel/decision'
import type { Actor } from '@/shared/kernel/actor'
import { administrator, communityWorker, morning, owner, report, reporter } from './people'

const photo = 'cloud://x/photo.jpg'
const found = (text: 'pass' | 'review' | 'risky', image: 'pass' | 'review' | 'risky'): Issue => {
  const fresh = withCheckDue(null, newIssue(report({ fileIds: [photo] }, 'litter'), morning, defaultIssueRules))
  const verdict = (suggest: typeof text): CheckAnswer => ({ kind: 'verdict', suggest, label: '20006' })
  return withAnswers(
    fresh,
    1,
    new Map([
      ['text', verdict(text)],
      [photo, verdict(image)],
    ]),
    morning,
  )
}
const decided = (issue: Issue, decision: CheckDecision, actor: Actor = communityWorker): Issue => {
  const after = decideCheck(issue, decision, actor, morning)
  if (isRefusal(after)) throw new Error(after.refused)
  return after
}
const refusal = (issue: Issue, decision: CheckDecision, actor: Actor = communityWorker): string => {
  const after = decideCheck(issue, decision, actor, morning)
  return isRefusal(after) ? after.refused : 'none'
}

test('a community worker lets through what the check was unsure of', () => {
  const after = decided(found('review', 'review'), 'pass')
  expect([after.isPublic, after.textCheck, after.passedFileIds]).toEqual([true, 'passed', [photo]])
  expect(checkOf(after).decisions).toMatchObject([{ personId: communityWorker.personId, decision: 'pass' }])
})

test('or keeps it back, after which nobody lets it through', () => {
  const after = decided(found('review', 'pass'), 'reject')
  expect([after.isPublic, after.textCheck]).toEqual([false, 'rejected'])
  expect(refusal(after, 'pass')).toBe('ISSUE_CHECK_RISKY')
})

test('what was found risky is never let through by a person, only asked about again', () => {
  for (const issue of [found('risky', 'pass'), found('pass', 'risky')]) {
    expect(checkDecisionsFor(issue, communityWorker)).toEqual(['askAgain'])
    for (const decision of ['pass', 'reject'] as const) expect(refusal(issue, decision)).toBe('ISSUE_CHECK_RISKY')
  }
  expect(decided(found('review', 'risky'), 'pass')).toMatchObject({
    isPublic: false,
    textCheck: 'passed',
    passedFileIds: [],
  })
})

test('asking again starts a round: everything held is asked about, and answers to the round before are dropped', () => {
  const again = decided(found('risky', 'risky'), 'askAgain')
  expect([again.isPublic, again.textCheck, checkOf(again).round]).toEqual([false, 'waiting', 2])
  expect(subjectsToAsk(again, morning)).toEqual(['text', photo])
  expect(withAnswers(again, 1, new Map([['text', { kind: 'verdict', suggest: 'pass', label: '' }]]), morning)).toBe(
    again,
  )
})

test('nobody else decides, and there is nothing to decide where nothing is held', () => {
  for (const actor of [owner, reporter, administrator])
    expect(refusal(found('review', 'pass'), 'pass', actor)).toBe('FORBIDDEN')
  expect(refusal(found('pass', 'pass'), 'askAgain')).toBe('ISSUE_CHECK_NOT_WAITING')
})
