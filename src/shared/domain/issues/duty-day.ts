import { addDays, dayOf, minuteMs, startOfDay } from '../../kernel/time'
import { isWorkingDay, type Calendar } from './calendar'
import { isWorkingInstant } from './working-time'

/**
 * The roster day (值班日) that an instant outside working hours belongs to; null within them. The watch changes at the hour of
 * opening, on working days and others alike: so 02:00 belongs to the evening before, and a day off is covered from its own
 * morning to the next. `at` is epoch ms or ISO.
 */
export const rosterDayOf = (calendar: Calendar, at: number | string): string | null => {
  if (isWorkingInstant(calendar, at)) return null
  return runningRosterDay(calendar, at)
}

/** The roster day whose watch is under way or comes next: before the hour of opening still that of the day before. */
export const runningRosterDay = (calendar: Calendar, at: number | string): string =>
  dayOf((typeof at === 'string' ? Date.parse(at) : at) - calendar.opensAtMinute * minuteMs)

/** From when, up to and not including when, a roster day is on watch, in epoch ms: from closing, or all day when it is off. */
export const dutyHoursOf = (calendar: Calendar, day: string): { from: number; to: number } => ({
  from: startOfDay(day) + (isWorkingDay(calendar, day) ? calendar.closesAtMinute : calendar.opensAtMinute) * minuteMs,
  to: startOfDay(addDays(day, 1)) + calendar.opensAtMinute * minuteMs,
})

/** The holiday a day off belongs to, or null; plain weekends have no name. */
export const holidayOf = (calendar: Calendar, day: string): string | null =>
  isWorkingDay(calendar, day) ? null : (calendar.names?.[day] ?? null)
