import { addDays, dayOf, minuteMs, startOfDay } from '../../kernel/time'
import { isWorkingDay, type Calendar } from './calendar'
import { minutesOf, type Limit } from './limit'

/** The share of a limit after which the owner is warned. */
export const amberShare = 0.75

const instantOf = (at: number | string): number => (typeof at === 'string' ? Date.parse(at) : at)

const openingOf = (calendar: Calendar, day: string): number => startOfDay(day) + calendar.opensAtMinute * minuteMs
const closingOf = (calendar: Calendar, day: string): number => startOfDay(day) + calendar.closesAtMinute * minuteMs

/** True from the minute of opening up to, not including, the minute of closing. */
export const isWorkingInstant = (calendar: Calendar, at: number | string): boolean => {
  const instant = instantOf(at)
  const day = dayOf(instant)
  return isWorkingDay(calendar, day) && openingOf(calendar, day) <= instant && instant < closingOf(calendar, day)
}

/**
 * The instant at which so many working minutes have passed since `from`; one step per day. What begins outside working
 * hours begins at the next opening, and what ends with the day ends at its closing, not at the next opening.
 */
export const addWorkingMinutes = (calendar: Calendar, from: number | string, minutes: number): number => {
  if (calendar.closesAtMinute <= calendar.opensAtMinute) throw new RangeError('A calendar must close after it opens')
  let left = Math.round(minutes * minuteMs)
  let at = instantOf(from)
  if (left <= 0) return at
  for (let day = dayOf(at); ; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue
    at = Math.max(at, openingOf(calendar, day))
    const today = Math.max(0, closingOf(calendar, day) - at)
    if (left <= today) return at + left
    left -= today
  }
}

/** The working minutes between two instants, fractions of a minute included; 0 when `to` is not after `from`. */
export const workingMinutesBetween = (calendar: Calendar, from: number | string, to: number | string): number => {
  const [start, end] = [instantOf(from), instantOf(to)]
  let worked = 0
  for (let day = dayOf(start); startOfDay(day) < end; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue
    worked += Math.max(0, Math.min(end, closingOf(calendar, day)) - Math.max(start, openingOf(calendar, day)))
  }
  return worked / minuteMs
}

/** The instant so many minutes after another, in a limit's own kind of time, in epoch ms. */
export const addMinutesOf = (limit: Limit, from: number | string, minutes: number, calendar: Calendar): number =>
  limit.kind === 'clockHours'
    ? instantOf(from) + Math.round(minutes * minuteMs)
    : addWorkingMinutes(calendar, from, minutes)

/** The minutes between two instants, in a limit's own kind of time; 0 when `to` is not after `from`. */
export const minutesOfBetween = (
  limit: Limit,
  from: number | string,
  to: number | string,
  calendar: Calendar,
): number =>
  limit.kind === 'clockHours'
    ? Math.max(0, instantOf(to) - instantOf(from)) / minuteMs
    : workingMinutesBetween(calendar, from, to)

/** The instant at which a share of a limit has passed, in epoch ms; the whole of it unless said otherwise. */
export const dueAt = (limit: Limit, from: number | string, calendar: Calendar, share = 1): number =>
  addMinutesOf(limit, from, minutesOf(limit) * share, calendar)
