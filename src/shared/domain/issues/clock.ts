import { minuteMs, toInstant } from '../../kernel/time'
import type { Calendar } from './calendar'
import type { Issue } from './issue'
import type { Limit } from './limit'
import { addWorkingMinutes, amberShare, dueAt, workingMinutesBetween } from './working-time'

export type IssueClock = Issue['clock']

/** A fresh clock: due at the limit, amber at 75 % of it. */
export const startClock = (limit: Limit, now: number, calendar: Calendar): IssueClock => ({
  startedAt: toInstant(now),
  dueAt: toInstant(dueAt(limit, now, calendar)),
  amberAt: toInstant(dueAt(limit, now, calendar, amberShare)),
  pausedAt: null,
  suspendedUntil: null,
})

/** The clock standing still, until a day or until somebody lets it run. */
export const pauseClock = (clock: IssueClock, now: number, until: string | null): IssueClock => ({
  ...clock,
  pausedAt: toInstant(now),
  suspendedUntil: until,
})

/**
 * The clock running on with the time that was left when it stopped, in the limit's own kind of time. An instant that had
 * already passed stays where it was: a pause never makes an overdue issue punctual.
 */
export const resumeClock = (clock: IssueClock, limit: Limit, now: number, calendar: Calendar): IssueClock => {
  const { pausedAt } = clock
  if (pausedAt === null) return clock
  const moved = (instant: string): string => {
    if (Date.parse(instant) <= Date.parse(pausedAt)) return instant
    return limit.kind === 'clockHours'
      ? toInstant(Date.parse(instant) + now - Date.parse(pausedAt))
      : toInstant(addWorkingMinutes(calendar, now, workingMinutesBetween(calendar, pausedAt, instant)))
  }
  return {
    ...clock,
    dueAt: moved(clock.dueAt),
    amberAt: moved(clock.amberAt),
    pausedAt: null,
    suspendedUntil: null,
  }
}

/** The clock of an issue that has ended: nothing left to wait for. */
export const stopClock = (clock: IssueClock): IssueClock => ({ ...clock, pausedAt: null, suspendedUntil: null })

/** How pressing: amber from 75 % of the limit, red from the whole, none while the clock does not run. */
export const urgencyOf = (issue: Pick<Issue, 'isOpen' | 'clock'>, now: number): 'normal' | 'amber' | 'red' | 'none' => {
  if (!issue.isOpen || issue.clock.pausedAt !== null) return 'none'
  if (now >= Date.parse(issue.clock.dueAt)) return 'red'
  return now >= Date.parse(issue.clock.amberAt) ? 'amber' : 'normal'
}

/** Minutes, of the limit's own kind of time, until an issue is due; 0 once it is. */
export const minutesLeft = (clock: IssueClock, limit: Limit, now: number, calendar: Calendar): number => {
  const from = clock.pausedAt === null ? now : Date.parse(clock.pausedAt)
  return limit.kind === 'clockHours'
    ? Math.max(0, (Date.parse(clock.dueAt) - from) / minuteMs)
    : workingMinutesBetween(calendar, from, clock.dueAt)
}
