import type { IssueRules } from '@/shared/domain/issues/allowed-moves'
import { calendarOf } from '@/shared/domain/settings/calendar-year'
import type { CalendarYear } from '@/shared/domain/settings/calendar-year-record'
import { settingsFrom, type SettingValues } from '@/shared/domain/settings/community-settings'
import type { SettingsRecord } from '@/shared/domain/settings/settings-record'
import type { ReadStore } from './store'

/** More years than anybody looks back or plans ahead. */
const yearsMax = 20

/** Every year's table a community has brought. One request. */
export const listCalendarYears = (store: ReadStore, communityId: string): Promise<CalendarYear[]> =>
  store.calendarYears.list({ where: { communityId }, orderBy: [['year', 'desc']], limit: yearsMax })

/** What a community decides by: everything it has set, and its calendar. */
export interface CommunityRules extends IssueRules {
  readonly settings: SettingValues
}

/** The rules of a community as its tables and its settings make them: the one place where either is read for them. */
export const rulesFrom = (years: readonly CalendarYear[], record: SettingsRecord | null): CommunityRules => {
  const settings = settingsFrom(record)
  return { calendar: calendarOf(years, settings), settings }
}

/** The rules of any community, each read once: what one run of a job decides by. */
export const rulesReader = (store: ReadStore): ((communityId: string) => Promise<CommunityRules>) => {
  const read = new Map<string, Promise<CommunityRules>>()
  const load = async (communityId: string) =>
    rulesFrom(...(await Promise.all([listCalendarYears(store, communityId), store.settings.get(communityId)] as const)))
  return (communityId) => {
    const found = read.get(communityId) ?? load(communityId)
    read.set(communityId, found)
    return found
  }
}
