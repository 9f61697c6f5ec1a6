import type { settings } from '@/shared/contracts/settings'
import { daysOfYear, missingYear } from '@/shared/domain/settings/calendar-year'
import { dayOf } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { listCalendarYears } from '../../store/rules'
import { openYears } from './read-file'

/** One year of the calendar as it counts, read fresh: whoever has just imported a table sees it. */
export const getCalendar: Handler<typeof settings.getCalendar> = async (input, { actor, now, store }) => {
  const years = await listCalendarYears(store, actor.communityId)
  const today = dayOf(now)
  const year = input.year ?? Number(today.slice(0, 4))
  const { source, days } = daysOfYear(years, year)
  const own = years.find((one) => one.year === year)
  return {
    today,
    year,
    source,
    days: [...days],
    setAt: own?.setAt ?? null,
    setByName: own?.setByName ?? null,
    fileName: own?.fileName ?? null,
    years: openYears(now).map((one) => ({ year: one, source: daysOfYear(years, one).source })),
    missingYear: missingYear(years, today),
  }
}
