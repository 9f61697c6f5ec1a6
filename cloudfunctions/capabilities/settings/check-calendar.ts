import type { settings } from '@/shared/contracts/settings'
import { openStates } from '@/shared/domain/issues/moves'
import { daysOfYear } from '@/shared/domain/settings/calendar-year'
import { calendarChanges } from '@/shared/domain/settings/read-calendar'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { listCalendarYears } from '../../store/rules'
import { readFile } from './read-file'

/** What a file would change, before anything is changed. */
export const checkCalendar: Handler<typeof settings.checkCalendar> = async (input, { actor, now, store }) => {
  const read = await readFile(input, now)
  if (isRefusal(read)) return read
  const { communityId } = actor
  const [years, openIssues] = await Promise.all([
    listCalendarYears(store, communityId),
    store.issues.count({ communityId, state: { in: openStates } }),
  ])
  const changes = calendarChanges(daysOfYear(years, input.year).days, read.days)
  const none = { added: [], removed: [], changed: [] }
  return { ...read, ...(read.problems.length > 0 ? none : changes), openIssues }
}
