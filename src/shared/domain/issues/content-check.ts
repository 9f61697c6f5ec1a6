import { minuteMs, toInstant } from '../../kernel/time'
import { classOf } from './classes'
import type { CheckSubject, ContentCheck, Held } from './content-check-record'
import type { Issue } from './issue'
import { withPublicity } from './publicity'
import { filesOf } from './files'

/** WeChat promises its answer on a photo within 30 minutes; then the question counts as lost and is asked again. */
export const answerMinutes = 35
/** Waiting grows with every question in vain, up to this. */
const waitMinutesMax = 360

/** What one question about one subject brought. */
export type CheckAnswer =
  /** The answer itself. `label` is the check's own code for what it found. */
  | { readonly kind: 'verdict'; readonly suggest: 'pass' | 'review' | 'risky'; readonly label: string }
  /** A photo was taken in; its verdict comes later under this trace id. */
  | { readonly kind: 'asked'; readonly traceId: string }
  /** Not now: the check is down, busy or its quota used up. `minutes` is the least to wait. */
  | { readonly kind: 'later'; readonly minutes: number }
  /** It cannot be asked about this at all, now or later; a person has to look. */
  | { readonly kind: 'unaskable'; readonly label: string }

const fresh: ContentCheck = { round: 1, dueAt: null, failures: 0, asked: [], held: [], decisions: [] }

/** Where the check stands; an issue written before there was one has not been asked about. */
export const checkOf = (issue: Pick<Issue, 'contentCheck'>): ContentCheck => issue.contentCheck ?? fresh

/** Private matters, and what was taken back, are shown to nobody, so nobody outside is asked about them. */
export const isChecked = ({ classCode, state }: Pick<Issue, 'classCode' | 'state'>): boolean =>
  classOf(classCode)?.isPublic === true && state !== 'withdrawn'

/** What residents typed and would be shown: the report, and the place in their own words. */
export const wordsToCheck = ({ text, place }: Pick<Issue, 'text' | 'place'>): string =>
  [text, place.words].filter(Boolean).join('\n')

const subjectsOf = (issue: Issue): CheckSubject[] => ['text', ...filesOf(issue)]

const hasPassed = ({ textCheck, passedFileIds }: Issue, subject: CheckSubject): boolean =>
  subject === 'text' ? textCheck === 'passed' : passedFileIds.includes(subject)

const heldOf = (issue: Issue, subject: CheckSubject): Held | undefined =>
  checkOf(issue).held.find((held) => held.subject === subject)

const undecided = (issue: Issue): CheckSubject[] =>
  isChecked(issue) ? subjectsOf(issue).filter((subject) => !hasPassed(issue, subject) && !heldOf(issue, subject)) : []

const lostAt = ({ at, times }: ContentCheck['asked'][number]): number =>
  Date.parse(at) + Math.min(answerMinutes * times, waitMinutesMax) * minuteMs

/** What is to be asked about now: whatever is undecided and not already asked, and what was asked in vain. */
export const subjectsToAsk = (issue: Issue, now: number): CheckSubject[] => {
  const { asked } = checkOf(issue)
  return undecided(issue).filter((subject) => {
    const question = asked.find(({ fileId }) => fileId === subject)
    return !question || lostAt(question) <= now
  })
}

const withCheck = (issue: Issue, change: Partial<ContentCheck>, more: Partial<Issue> = {}): Issue =>
  withPublicity({ ...issue, ...more, contentCheck: { ...checkOf(issue), ...change } })

const without = (check: ContentCheck, subject: CheckSubject) => ({
  asked: check.asked.filter(({ fileId }) => fileId !== subject),
  held: check.held.filter((held) => held.subject !== subject),
})

const passing = (issue: Issue, subject: CheckSubject): Issue =>
  withCheck(
    issue,
    without(checkOf(issue), subject),
    subject === 'text' ? { textCheck: 'passed' } : { passedFileIds: [...issue.passedFileIds, subject] },
  )

const holding = (issue: Issue, held: Held): Issue => {
  const { subject, verdict } = held
  const { asked, held: others } = without(checkOf(issue), subject)
  return withCheck(
    issue,
    { asked, held: [...others, held] },
    subject === 'text'
      ? { textCheck: verdict === 'review' ? 'waiting' : 'rejected' }
      : { passedFileIds: issue.passedFileIds.filter((fileId) => fileId !== subject) },
  )
}

/**
 * The issue after a verdict on one subject. Only what is undecided is decided by it, so that late and double answers change nothing; except
 * that a risk, once found, is never shown, whatever was answered before.
 */
const judged = (issue: Issue, subject: CheckSubject, suggest: 'pass' | 'review' | 'risky', label: string): Issue => {
  const held = heldOf(issue, subject)
  if (suggest === 'risky') {
    return held && held.verdict !== 'review' ? issue : holding(issue, { subject, verdict: 'risky', label })
  }
  if (held || hasPassed(issue, subject)) return issue
  return suggest === 'pass' ? passing(issue, subject) : holding(issue, { subject, verdict: 'review', label })
}

/** When there is next something to ask: at once, after a wait, or when an answer counts as lost. */
const dueNext = (issue: Issue, waitMinutes: number, now: number): string | null => {
  const { asked, failures } = checkOf(issue)
  const open = undecided(issue)
  if (failures > 0 && open.length > 0) return toInstant(now + waitMinutes * minuteMs)
  const questions = asked.filter(({ fileId }) => open.includes(fileId))
  if (open.length > questions.length) return toInstant(now + waitMinutes * minuteMs)
  return questions.length > 0 ? toInstant(Math.max(now, Math.min(...questions.map(lostAt)))) : null
}

/** The issue with the answers to questions of a round. Those to an earlier round are dropped: it is being asked again. */
export const withAnswers = (
  issue: Issue,
  round: number,
  answers: ReadonlyMap<CheckSubject, CheckAnswer>,
  now: number,
): Issue => {
  if (round !== checkOf(issue).round) return issue
  let next = issue
  let wait = 0
  for (const [subject, answer] of answers) {
    if (!subjectsOf(next).includes(subject)) continue
    if (answer.kind === 'verdict') next = judged(next, subject, answer.suggest, answer.label)
    else if (answer.kind === 'unaskable') next = judged(next, subject, 'review', answer.label)
    else if (answer.kind === 'later') wait = Math.max(wait, answer.minutes)
    else next = asking(next, subject, now)
  }
  const failures = wait > 0 ? checkOf(next).failures + 1 : 0
  const minutes = Math.min(Math.max(wait, 2 ** failures), waitMinutesMax)
  const counted = withCheck(next, { failures })
  return withCheck(counted, { dueAt: dueNext(counted, minutes, now) })
}

const asking = (issue: Issue, fileId: string, now: number): Issue => {
  if (hasPassed(issue, fileId) || heldOf(issue, fileId)) return issue
  const { asked } = checkOf(issue)
  const times = (asked.find((question) => question.fileId === fileId)?.times ?? 0) + 1
  const others = asked.filter((question) => question.fileId !== fileId)
  return withCheck(issue, { asked: [...others, { fileId, at: toInstant(now), times }] })
}

/** The verdict on a photo as it comes later; `failed` when the check could not look at it. */
export interface LateVerdict {
  readonly fileId: string
  readonly round: number
  readonly suggest: 'pass' | 'review' | 'risky' | 'failed'
  readonly label: string
}

/** The issue after a verdict that came by itself; the same object when it changes nothing. */
export const withVerdict = (issue: Issue, { fileId, round, suggest, label }: LateVerdict, now: number): Issue => {
  if (round !== checkOf(issue).round || !filesOf(issue).includes(fileId)) return issue
  if (suggest === 'failed') return issue
  const next = judged(issue, fileId, suggest, label)
  return next === issue ? issue : withCheck(next, { dueAt: dueNext(next, 2 ** checkOf(next).failures, now) })
}

/** The issue as it is to be saved: when it brings something that was not there before, the next question is due at once. */
export const withCheckDue = (before: Issue | null, after: Issue): Issue => {
  if (!isChecked(after)) return after
  const known = before ? subjectsOf(before) : []
  const isNew = subjectsOf(after).some((subject) => !known.includes(subject))
  return isNew || !after.contentCheck ? withCheck(after, { dueAt: after.updatedAt }) : after
}
