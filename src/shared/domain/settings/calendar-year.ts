import { calendarOver, nationalYears, type Calendar, type CalendarDay, type Hours } from '../issues/calendar'
import type { CalendarYear } from './calendar-year-record'

/** The id of a year's table: made from community and year, so that a year never has two. */
export const calendarYearIdOf = (communityId: string, year: number): string => `${communityId}:${year}`

/** Where a year's days come from: the community's own table, the national one the product brings, or nowhere yet. */
export type CalendarSource = 'own' | 'national' | 'missing'

/** The days of a year as they count now, and whose table they are. A year without a table has weekends only. */
export const daysOfYear = (
  years: readonly Pick<CalendarYear, 'year' | 'days'>[],
  year: number,
): { source: CalendarSource; days: readonly CalendarDay[] } => {
  const own = years.find((one) => one.year === year)
  if (own) return { source: 'own', days: own.days }
  const national = nationalYears[year]
  return national ? { source: 'national', days: national } : { source: 'missing', days: [] }
}

/**
 * The calendar a community counts by: its own hours and tables, the national ones for years it has brought none. A table may name days
 * of the December before (元旦 reaches back), and then the later year's word counts.
 */
export const calendarOf = (years: readonly Pick<CalendarYear, 'year' | 'days'>[], hours?: Hours): Calendar => {
  const known = new Set([...years.map(({ year }) => year), ...Object.keys(nationalYears).map(Number)])
  const lines = [...known].sort((a, b) => a - b).flatMap((year) => daysOfYear(years, year).days)
  return calendarOver(lines, hours)
}

const warnedFromMonth = '11'

/**
 * The year whose table is missing as of a day, or null: this year's at any time, next year's from November on, when the State
 * Council has usually announced it.
 */
export const missingYear = (years: readonly Pick<CalendarYear, 'year' | 'days'>[], today: string): number | null => {
  const year = Number(today.slice(0, 4))
  const isMissing = (one: number) => daysOfYear(years, one).source === 'missing'
  if (isMissing(year)) return year
  return today.slice(5, 7) >= warnedFromMonth && isMissing(year + 1) ? year + 1 : null
}
