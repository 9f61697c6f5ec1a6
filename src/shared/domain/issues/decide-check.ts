import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import { checkOf, isChecked } from './content-check'
import type { ContentCheck } from './content-check-record'
import type { Issue } from './issue'
import { withPublicity } from './publicity'
import { isCommunityWorkerOf } from './sight'

export type CheckDecision = ContentCheck['decisions'][number]['decision']
type CheckRefusal = 'FORBIDDEN' | 'ISSUE_CHECK_NOT_WAITING' | 'ISSUE_CHECK_RISKY'

const decisionsKept = 20

/**
 * What a community worker may do about a content check. What the check was unsure of (`review`) waits for a person: they let it through or
 * keep it back. What it found risky, and what it has not looked at, nobody lets through; that can only be asked again.
 */
export const checkDecisionsFor = (issue: Issue, actor: Actor): CheckDecision[] => {
  if (!isChecked(issue) || !isCommunityWorkerOf(issue, actor)) return []
  const { held } = checkOf(issue)
  if (held.length === 0) return []
  return held.some(({ verdict }) => verdict === 'review') ? ['pass', 'reject', 'askAgain'] : ['askAgain']
}

/** The issue after a community worker's decision on its content check, or why there is none. */
export const decideCheck = (
  issue: Issue,
  decision: CheckDecision,
  actor: Actor,
  now: number,
): Issue | Refusal<CheckRefusal> => {
  if (!isCommunityWorkerOf(issue, actor)) return refuse('FORBIDDEN')
  const may = checkDecisionsFor(issue, actor)
  if (may.length === 0) return refuse('ISSUE_CHECK_NOT_WAITING')
  if (!may.includes(decision)) return refuse('ISSUE_CHECK_RISKY')
  const at = toInstant(now)
  const check = checkOf(issue)
  const decisions = [...check.decisions, { at, personId: actor.personId, name: actor.name, decision }].slice(
    -decisionsKept,
  )
  const isHeldText = check.held.some(({ subject }) => subject === 'text')
  if (decision === 'askAgain')
    return withPublicity({
      ...issue,
      textCheck: isHeldText ? 'waiting' : issue.textCheck,
      contentCheck: { round: check.round + 1, dueAt: at, failures: 0, asked: [], held: [], decisions },
    })
  const reviewed = check.held.filter(({ verdict }) => verdict === 'review').map(({ subject }) => subject)
  const textCheck = !reviewed.includes('text') ? issue.textCheck : decision === 'pass' ? 'passed' : 'rejected'
  if (decision === 'pass')
    return withPublicity({
      ...issue,
      textCheck,
      passedFileIds: [...issue.passedFileIds, ...reviewed.filter((subject) => subject !== 'text')],
      contentCheck: { ...check, held: check.held.filter(({ verdict }) => verdict !== 'review'), decisions },
    })
  const held = check.held.map((one) => (one.verdict === 'review' ? { ...one, verdict: 'rejected' as const } : one))
  return withPublicity({ ...issue, textCheck, contentCheck: { ...check, held, decisions } })
}
