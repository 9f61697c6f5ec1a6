import type { IssueRules } from '@/shared/domain/issues/allowed-moves'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { calendarOf } from '@/shared/domain/settings/calendar-year'
import type { CalendarYear } from '@/shared/domain/settings/calendar-year-record'
import type { ReadStore } from './store'

/** More years than anybody looks back or plans ahead. */
const yearsMax = 20

/** Every year's table a community has brought. One request. */
export const listCalendarYears = (store: ReadStore, communityId: string): Promise<CalendarYear[]> =>
  store.calendarYears.list({ where: { communityId }, orderBy: [['year', 'desc']], limit: yearsMax })

/** The rules of a community as its tables make them. */
export const rulesFrom = (years: readonly CalendarYear[]): IssueRules => ({
  calendar: calendarOf(years),
  settings: defaultIssueSettings,
})

/** The rules of any community, each read once: what one run of a job decides by. */
export const rulesReader = (store: ReadStore): ((communityId: string) => Promise<IssueRules>) => {
  const read = new Map<string, Promise<IssueRules>>()
  return (communityId) => {
    const found = read.get(communityId) ?? listCalendarYears(store, communityId).then(rulesFrom)
    read.set(communityId, found)
    return found
  }
}
