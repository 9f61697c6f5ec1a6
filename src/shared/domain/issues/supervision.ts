import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import type { IssueRules } from './allowed-moves'
import type { Issue, IssueEntry } from './issue'
import { canSeeIssue, isCommunityWorkerOf } from './sight'
import { workingDayMinutes } from './limit'
import { addWorkingMinutes } from './working-time'

const answerBy = (now: number, { calendar, settings }: IssueRules): string =>
  toInstant(addWorkingMinutes(calendar, now, settings.supervisionAnswerDays * workingDayMinutes))

/** Supervision as the rule itself begins it, when an issue has been reopened too often. */
export const supervisedByRule = (now: number, rules: IssueRules): NonNullable<Issue['supervision']> => ({
  since: toInstant(now),
  reason: '多次重新打开，自动转入督办',
  by: null,
  byName: null,
  answerBy: answerBy(now, rules),
})

/** The issue after its owner or lead has said how it stands: the question is answered, and the next answer has its own day. */
export const withAnswer = (issue: Issue, now: number, rules: IssueRules): Issue =>
  issue.isSupervised && issue.supervision
    ? { ...issue, supervision: { ...issue.supervision, answerBy: answerBy(now, rules) } }
    : issue

/** What the people who work on it have said last, since it was put under supervision; null while they owe the first word. */
export const lastAnswerOf = ({ timeline, supervision, reporterId }: Issue): IssueEntry | null =>
  timeline
    .filter(
      ({ kind, actor, at }) =>
        (kind === 'progress' || kind === 'move') &&
        actor !== null &&
        actor.role !== null &&
        actor.role !== 'communityWorker' &&
        actor.personId !== reporterId &&
        at >= (supervision?.since ?? at),
    )
    .at(-1) ?? null

type SupervisionRefusal = 'FORBIDDEN' | 'ISSUE_SUPERVISION_CLOSED' | 'ISSUE_NOT_SUPERVISED' | 'ISSUE_SUPERVISION_OWN'

const refusalOf = (issue: Issue, on: boolean, actor: Actor): SupervisionRefusal | null => {
  if (!isCommunityWorkerOf(issue, actor) || !canSeeIssue(issue, actor)) return 'FORBIDDEN'
  if (!issue.isOpen) return 'ISSUE_SUPERVISION_CLOSED'
  if (on) return null
  if (!issue.isSupervised) return 'ISSUE_NOT_SUPERVISED'
  return issue.owner.personId === actor.personId ? 'ISSUE_SUPERVISION_OWN' : null
}

export const canSupervise = (issue: Issue, actor: Actor): boolean => refusalOf(issue, true, actor) === null
export const canEndSupervision = (issue: Issue, actor: Actor): boolean => refusalOf(issue, false, actor) === null

/**
 * The issue put under supervision (督办) by a community worker, asked about again while it is, or taken off; each with a reason.
 * Whoever owns it does not take it off themself.
 */
export const setSupervision = (
  issue: Issue,
  { on, reason }: { on: boolean; reason: string },
  actor: Actor,
  now: number,
  rules: IssueRules,
): Issue | Refusal<SupervisionRefusal> => {
  const refused = refusalOf(issue, on, actor)
  if (refused) return refuse(refused)
  const at = toInstant(now)
  const { personId, name } = actor
  const since = (issue.isSupervised && issue.supervision?.since) || at
  return {
    ...issue,
    updatedAt: at,
    isSupervised: on,
    supervision: on ? { since, reason, by: personId, byName: name, answerBy: answerBy(now, rules) } : null,
    timeline: [
      ...issue.timeline,
      {
        at,
        kind: on ? 'supervised' : 'supervisionEnded',
        move: null,
        from: null,
        to: null,
        actor: { personId, name, role: 'communityWorker' },
        text: reason,
        fileIds: [],
      },
    ],
  }
}

/** When an answer is due; what was supervised before answers had a day is the most late. */
export const answerByOf = ({ supervision, createdAt }: Pick<Issue, 'supervision' | 'createdAt'>): string =>
  supervision?.answerBy ?? createdAt
