import * as z from 'zod'
import { day, id, instant } from '../../kernel/shapes'

/** The most lines one year's table may have; the national ones have about forty. */
export const calendarDaysMax = 200

const line = z.object({ day, kind: z.enum(['off', 'work']), name: z.string().max(20) })

/**
 * One year of a community's calendar (节假日表), as staff brought it by spreadsheet: the whole year at once, so that a table is
 * never half of one file and half of another.
 */
export const calendarYearRecord = z.object({
  _id: id,
  communityId: id,
  year: z.number().int(),
  days: z.array(line).max(calendarDaysMax),
  fileName: z.string(),
  setBy: id,
  setByName: z.string(),
  setAt: instant,
})
export type CalendarYear = z.infer<typeof calendarYearRecord>
