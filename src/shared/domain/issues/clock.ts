import { toInstant } from '../../kernel/time'
import type { Calendar } from './calendar'
import type { Issue } from './issue'
import { minutesOf, type Limit } from './limit'
import { addMinutesOf, amberShare, dueAt, minutesOfBetween } from './working-time'

export type IssueClock = Issue['clock']

/** A fresh clock: due at the limit, amber at 75 % of it. It keeps its limit, whatever limits are set while it runs. */
export const startClock = (limit: Limit, now: number, calendar: Calendar): IssueClock => ({
  startedAt: toInstant(now),
  dueAt: toInstant(dueAt(limit, now, calendar)),
  amberAt: toInstant(dueAt(limit, now, calendar, amberShare)),
  pausedAt: null,
  suspendedUntil: null,
  limit,
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
    return toInstant(addMinutesOf(limit, now, minutesOfBetween(limit, pausedAt, instant, calendar), calendar))
  }
  return {
    ...clock,
    dueAt: moved(clock.dueAt),
    amberAt: moved(clock.amberAt),
    pausedAt: null,
    suspendedUntil: null,
  }
}

/**
 * The clock with so many minutes more, of the limit's own kind of time, running or standing still. Amber stays three quarters of
 * the whole: it moves to where a quarter of the longer limit is left, and where that has passed already it is now.
 */
export const extendClock = (
  clock: IssueClock,
  limit: Limit,
  minutes: number,
  now: number,
  calendar: Calendar,
): IssueClock => {
  const from = clock.pausedAt === null ? now : Date.parse(clock.pausedAt)
  const extended = addMinutesOf(limit, clock.dueAt, minutes, calendar)
  const left = minutesOfBetween(limit, from, extended, calendar)
  const untilAmber = left - (1 - amberShare) * (minutesOf(limit) + minutes)
  return {
    ...clock,
    dueAt: toInstant(extended),
    amberAt: toInstant(addMinutesOf(limit, from, Math.max(0, untilAmber), calendar)),
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
export const minutesLeft = (clock: IssueClock, limit: Limit, now: number, calendar: Calendar): number =>
  minutesOfBetween(limit, clock.pausedAt === null ? now : clock.pausedAt, clock.dueAt, calendar)
