import { toInstant } from '../../kernel/time'
import type { IssueState } from '../../kernel/vocabulary'
import type { Calendar } from './calendar'
import type { Issue } from './issue'
import { workingDayMinutes } from './limit'
import { followUpAt } from './follow-up'
import type { ReminderLevel } from './reminders-shape'
import { addWorkingMinutes } from './working-time'

/** States in which somebody has to do something about an issue before its limit; a result brought waits for others. */
export const workedOnStates: readonly IssueState[] = ['reported', 'dispatched', 'handling']

/** States in which a mended hazard can be looked at again. */
const recheckedIn: readonly IssueState[] = ['verifying', 'closed']

/** Working days over the limit after which the community, and then the street, is told. */
const overDays = { plusOne: 1, plusThree: 3 } as const

export interface Reminder {
  readonly level: ReminderLevel
  /** Epoch ms. */
  readonly at: number
}

type Timed = Pick<
  Issue,
  'state' | 'isOpen' | 'clock' | 'decisionDueAt' | 'extension' | 'recheckBy' | 'reminders' | 'closedAt'
>

/** The extension asked in the clock that runs, while nobody has decided it. */
const undecided = ({ extension, clock }: Timed) =>
  extension && extension.decision === null && extension.clockStartedAt === clock.startedAt ? extension : null

/** Every reminder an issue has ahead of it or behind it, in the order of their time, whether told or not. */
const remindersOf = (issue: Timed, calendar: Calendar): Reminder[] => {
  const { clock, decisionDueAt, recheckBy, state, closedAt } = issue
  const isCounting = workedOnStates.includes(state) && clock.pausedAt === null
  const over = (days: number) => addWorkingMinutes(calendar, clock.dueAt, days * workingDayMinutes)
  const asked = issue.isOpen && state !== 'verifying' ? undecided(issue) : null
  const all: Reminder[] = [
    ...(isCounting
      ? [
          { level: 'amber' as const, at: Date.parse(clock.amberAt) },
          { level: 'due' as const, at: Date.parse(clock.dueAt) },
          { level: 'plusOne' as const, at: over(overDays.plusOne) },
          { level: 'plusThree' as const, at: over(overDays.plusThree) },
        ]
      : []),
    ...(decisionDueAt === null ? [] : [{ level: 'decision' as const, at: Date.parse(decisionDueAt) }]),
    ...(state === 'closed' && closedAt !== null ? [{ level: 'followUp' as const, at: followUpAt(closedAt) }] : []),
    ...(recheckBy && recheckedIn.includes(state) ? [{ level: 'recheck' as const, at: Date.parse(recheckBy) }] : []),
    ...(asked ? [{ level: 'extension' as const, at: Date.parse(asked.decideBy) }] : []),
  ]
  return all.sort((a, b) => a.at - b.at)
}

const toldOf = ({ reminders }: Pick<Issue, 'reminders'>): readonly ReminderLevel[] => reminders?.told ?? []

/** The reminders whose time has come and that nobody has been told yet. A job that runs late finds all it missed. */
export const dueReminders = (issue: Issue, now: number, calendar: Calendar): Reminder[] =>
  remindersOf(issue, calendar).filter(({ level, at }) => at <= now && !toldOf(issue).includes(level))

/** The issue with these reminders told, and the instant of the next. What has been told stays told when a clock steps back. */
export const withTold = (issue: Issue, levels: readonly ReminderLevel[], calendar: Calendar): Issue => {
  const told = [...new Set([...toldOf(issue), ...levels])]
  const next = remindersOf(issue, calendar).find(({ level }) => !told.includes(level))
  return { ...issue, reminders: { nextAt: next ? toInstant(next.at) : null, told, set: issue.reminders?.set ?? 0 } }
}

/**
 * The reminders of an issue that has just changed. A clock that was started anew brings a new set; a new decision to take is told
 * anew; all others move with the clock, and what was told stays told.
 */
export const withReminders = (before: Issue | null, after: Issue, calendar: Calendar): Issue => {
  if (before === null || before.clock.startedAt !== after.clock.startedAt)
    return withTold({ ...after, reminders: { nextAt: null, told: [], set: 0 } }, [], calendar)
  const isAnew: Partial<Record<ReminderLevel, boolean>> = {
    decision: before.decisionDueAt !== after.decisionDueAt,
    extension: before.extension?.askedAt !== after.extension?.askedAt,
    followUp: before.closedAt !== after.closedAt,
    recheck: before.recheckBy !== after.recheckBy,
  }
  const told = toldOf(after).filter((level) => !isAnew[level])
  return withTold({ ...after, reminders: { nextAt: null, told, set: after.reminders?.set ?? 0 } }, [], calendar)
}

/** A new set of reminders for a clock that was extended; amber only where a warning ahead still warns of something. */
export const withNewSet = (issue: Issue, now: number, calendar: Calendar): Issue => {
  const isPastAmber = Date.parse(issue.clock.amberAt) <= now && issue.clock.pausedAt === null
  const kept = toldOf(issue).filter((level) => ['decision', 'extension', 'recheck'].includes(level))
  const told: ReminderLevel[] = [...kept, ...(isPastAmber ? (['amber'] as const) : [])]
  return withTold({ ...issue, reminders: { nextAt: null, told, set: (issue.reminders?.set ?? 0) + 1 } }, [], calendar)
}

/** What tells one reminder from every other, so that it is told once: the issue, the clock or the question it is about, and the level. */
export const reminderIdOf = (issue: Issue, level: ReminderLevel): string => {
  const { clock, closedAt, decisionDueAt, extension, recheckBy, reminders } = issue
  const asked: Partial<Record<ReminderLevel, string | null | undefined>> = {
    decision: decisionDueAt,
    extension: extension?.askedAt,
    recheck: recheckBy,
    followUp: closedAt,
  }
  const about =
    level in asked
      ? String(Date.parse(asked[level] ?? clock.startedAt))
      : `${Date.parse(clock.startedAt)}-${reminders?.set ?? 0}`
  return `remind:${issue._id}:${about}:${level}`
}
