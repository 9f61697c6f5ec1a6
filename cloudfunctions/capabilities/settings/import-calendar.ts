import type { settings } from '@/shared/contracts/settings'
import { calendarYearIdOf } from '@/shared/domain/settings/calendar-year'
import { calendarChanges } from '@/shared/domain/settings/read-calendar'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { readFile } from './read-file'

/**
 * Replaces a year's table by the one in a file, whole or not at all. The same table again writes nothing. Limits that have been
 * told stay: clocks that run keep them, whatever starts or goes on from now counts by the new table.
 */
export const importCalendar: Handler<typeof settings.importCalendar> = async (input, { actor, now, transact }) => {
  const read = await readFile(input, now)
  if (isRefusal(read)) return read
  const { year, fileName } = input
  const { days, problems } = read
  if (problems.length > 0)
    return refuse('CALENDAR_ROWS_WRONG', Object.fromEntries(problems.map(({ cell, sentence }) => [cell, sentence])))
  const _id = calendarYearIdOf(actor.communityId, year)
  return transact(async (tx) => {
    const before = await tx.calendarYears.get(_id)
    const { added, removed, changed } = calendarChanges(before?.days ?? [], days)
    if (before && added.length + removed.length + changed.length === 0)
      return { year, count: days.length, isChanged: false, setAt: before.setAt }
    const setAt = toInstant(now)
    await tx.calendarYears.put({
      _id,
      communityId: actor.communityId,
      year,
      days,
      fileName,
      setBy: actor.personId,
      setByName: actor.name,
      setAt,
    })
    return { year, count: days.length, isChanged: true, setAt }
  })
}
