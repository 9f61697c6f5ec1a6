import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/**
 * Time as the community lives it. China has one zone and no summer time, so a day is a fixed shift from UTC and
 * needs no time-zone data. Nothing here reads a clock: the caller brings the instant.
 */
const zoneOffsetMinutes = 8 * 60
export const minuteMs = 60_000
export const dayMs = 86_400_000

const dayFormat = 'YYYY-MM-DD'

/** An instant (epoch ms or ISO) as the community's wall clock and calendar show it, to be formatted. */
export const wallClock = (at: number | string): Dayjs => dayjs.utc(at).utcOffset(zoneOffsetMinutes)

/** The calendar day, YYYY-MM-DD, on which an instant (epoch ms or ISO) falls in the community. */
export const dayOf = (at: number | string): string => wallClock(at).format(dayFormat)

/** The instant at which a community day begins, in epoch ms. */
export const startOfDay = (day: string): number => dayjs.utc(day).subtract(zoneOffsetMinutes, 'minute').valueOf()

/** The day that lies `count` days after (or, negative, before) a day. Whole years are laid out with it while an instance starts. */
export const addDays = (day: string, count: number): string => toInstant(Date.parse(day) + count * dayMs).slice(0, 10)

/** The same moment of the same day so many calendar years later, in epoch ms; of 29 February the 28th where the year has no other. */
export const addYears = (at: number, count: number): number => wallClock(at).add(count, 'year').valueOf()

/** How many days `day` lies after `from`; negative before. */
export const daysBetween = (from: string, day: string): number => dayjs.utc(day).diff(dayjs.utc(from), 'day')

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: string): number => dayjs.utc(day).day()

/** Epoch ms as an ISO instant with `Z`. */
export const toInstant = (at: number): string => new Date(at).toISOString()
