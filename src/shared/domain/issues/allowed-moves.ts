import { isRefusal, refuse, type Refusal } from '../../kernel/decision'
import { dayMs, dayOf } from '../../kernel/time'
import { issueMoveNames, type IssueMove, type IssueState } from '../../kernel/vocabulary'
import { actorsOf, hadHandIn, type Mover } from './actors'
import { defaultCalendar, type Calendar } from './calendar'
import { fieldsFor } from './evidence'
import type { Issue } from './issue'
import { isDrawnForCheck } from './issue-code'
import { moveOf, type MoveField, type MoveRole } from './moves'
import { defaultIssueSettings, type IssueSettings } from './settings'
import { workingDayMinutes } from './limit'
import { reporterUntil } from './waiting-for-verifier'
import { addWorkingMinutes } from './working-time'

export type PermitRefusal =
  | 'FORBIDDEN'
  | 'ISSUE_MOVE_NOT_ALLOWED'
  | 'ISSUE_FIXER_CANNOT_VERIFY'
  | 'ISSUE_REPORTER_ASKED_FIRST'
  | 'ISSUE_REOPEN_TOO_LATE'
  | 'ISSUE_REOPEN_TOO_OFTEN'
  | 'ISSUE_ALREADY_APPEALED'
  | 'ISSUE_PASSED_ON_TOO_OFTEN'

/** The rules a decision reads beside the issue itself. */
export interface IssueRules {
  readonly calendar: Calendar
  readonly settings: IssueSettings
  /** True when the owner is no longer in the post they were given it in, as the caller found; absent where it was not asked. */
  readonly hasOwnerLeft?: boolean | undefined
}

export const defaultIssueRules: IssueRules = { calendar: defaultCalendar, settings: defaultIssueSettings }

/** Where a move leads from here; the table's answer made particular. */
export const targetOf = (issue: Issue, move: IssueMove, settings: IssueSettings): IssueState => {
  const { to, toWhenSampled } = moveOf(move)
  if (toWhenSampled && isDrawnForCheck(issue._id, settings.samplePercent)) return toWhenSampled
  return to === 'before' ? (issue.mergedInto?.from ?? 'reported') : to
}

/** True when the reporter of a returned issue has been silent for too long. */
const isAbandoned = (issue: Issue, now: number, { calendar, settings }: IssueRules): boolean =>
  issue.returnedAt !== null &&
  now >=
    (issue.silentUntil === undefined
      ? addWorkingMinutes(calendar, issue.returnedAt, settings.returnedDays * workingDayMinutes)
      : Date.parse(issue.silentUntil))

const isBackToday = ({ clock }: Issue, now: number): boolean =>
  clock.suspendedUntil !== null && clock.suspendedUntil <= dayOf(now)

type Condition = (issue: Issue, part: MoveRole, now: number, rules: IssueRules) => PermitRefusal | null

/** What the table cannot say: how often, how late, and when time moves by itself. */
const conditions: Partial<Record<IssueMove, Condition>> = {
  confirm: (issue, part, now, { settings }) =>
    part === 'verifier' && reporterUntil(issue, now, settings) ? 'ISSUE_REPORTER_ASKED_FIRST' : null,
  appeal: ({ appeals }) => (appeals > 0 ? 'ISSUE_ALREADY_APPEALED' : null),
  passOn: ({ passes }, part, _now, { settings, hasOwnerLeft }) => {
    if (hasOwnerLeft && moveOf('passOn').ownerLeft?.by.includes(part)) return null
    const isTooOften = passes >= settings.passesMax
    if (part === 'owner') return isTooOften ? 'ISSUE_PASSED_ON_TOO_OFTEN' : null
    return isTooOften ? null : 'FORBIDDEN'
  },
  reopen: ({ reopens, closedAt, reopenUntil }, _part, now, { settings }) => {
    if (reopens > settings.reopensMax) return 'ISSUE_REOPEN_TOO_OFTEN'
    if (closedAt === null) return null
    const until = reopenUntil ? Date.parse(reopenUntil) : Date.parse(closedAt) + settings.reopenDays * dayMs
    return now > until ? 'ISSUE_REOPEN_TOO_LATE' : null
  },
  resume: (issue, part, now) => (part !== 'timer' || isBackToday(issue, now) ? null : 'ISSUE_MOVE_NOT_ALLOWED'),
  withdraw: (issue, part, now, rules) =>
    part !== 'timer' || isAbandoned(issue, now, rules) ? null : 'ISSUE_MOVE_NOT_ALLOWED',
}

const isFixersCheck = (issue: Issue, move: IssueMove, mover: Mover): boolean =>
  (move === 'confirm' || move === 'reject') &&
  issue.state === 'verifying' &&
  typeof mover !== 'string' &&
  hadHandIn(issue, mover.personId) &&
  (issue.fixerId === mover.personId || issue.reporterId !== mover.personId)

/**
 * The part in which somebody may make a move now, or why they may not. Who comes before when: a person with no part in a
 * move learns that it is not theirs, and nothing of the state.
 */
export const permitMove = (
  issue: Issue,
  move: IssueMove,
  mover: Mover,
  now: number,
  rules: IssueRules = defaultIssueRules,
): MoveRole | Refusal<PermitRefusal> => {
  const { from, by, timerFrom } = moveOf(move)
  const played = actorsOf(issue, mover)
  if (played.length > 0 && isFixersCheck(issue, move, mover)) return refuse('ISSUE_FIXER_CANNOT_VERIFY')
  const parts: MoveRole[] = by.filter((part) => played.includes(part))
  if (timerFrom && mover === 'timer') parts.push('timer')
  if (parts.length === 0) return refuse('FORBIDDEN')
  const states = mover === 'timer' ? (timerFrom ?? []) : from
  if (!states.includes(issue.state)) return refuse('ISSUE_MOVE_NOT_ALLOWED')
  const answers = parts.map((part) => ({ part, refused: conditions[move]?.(issue, part, now, rules) ?? null }))
  const open = answers.find(({ refused }) => refused === null)
  if (open) return open.part
  return refuse(answers.find(({ refused }) => refused !== 'FORBIDDEN')?.refused ?? 'FORBIDDEN')
}

export interface AllowedMove {
  readonly move: IssueMove
  readonly name: string
  readonly to: IssueState
  readonly needs: MoveField[]
}

/** Every move somebody may make now, with where it leads and what it asks for: the buttons of a page. */
export const movesFor = (
  issue: Issue,
  mover: Mover,
  now: number,
  rules: IssueRules = defaultIssueRules,
): AllowedMove[] =>
  (Object.keys(issueMoveNames) as IssueMove[])
    .filter((move) => !isRefusal(permitMove(issue, move, mover, now, rules)))
    .map((move) => ({
      move,
      name: issueMoveNames[move],
      to: targetOf(issue, move, rules.settings),
      needs: fieldsFor(issue, move, rules.hasOwnerLeft),
    }))

/** The move that time makes by itself now: a suspended issue's day has come, or a returned one was never answered. */
export const timerMoveOf = (issue: Issue, now: number, rules: IssueRules = defaultIssueRules): IssueMove | null =>
  movesFor(issue, 'timer', now, rules)[0]?.move ?? null
