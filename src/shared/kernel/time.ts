/**
 * Time as the community lives it. China has one zone and no summer time, so a day is a fixed shift from UTC and
 * needs no time-zone data. Nothing here reads a clock: the caller brings the instant.
 */
export const zoneOffsetMs = 8 * 3_600_000
export const minuteMs = 60_000
export const dayMs = 86_400_000

/** The calendar day, YYYY-MM-DD, on which an instant (epoch ms or ISO) falls in the community. */
export const dayOf = (at: number | string): string =>
  new Date((typeof at === 'string' ? Date.parse(at) : at) + zoneOffsetMs).toISOString().slice(0, 10)

/** The instant at which a community day begins, in epoch ms. */
export const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) - zoneOffsetMs

/** The day that lies `count` days after (or, negative, before) a day. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + count * dayMs).toISOString().slice(0, 10)

/** Epoch ms as an ISO instant with `Z`. */
export const toInstant = (at: number): string => new Date(at).toISOString()
