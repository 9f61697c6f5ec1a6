import { isWorkingDay, nationalYears } from '@/shared/domain/issues/calendar'
import { calendarOf, daysOfYear, missingYear } from '@/shared/domain/settings/calendar-year'

const off = (day: string) => ({ day, kind: 'off' as const, name: '假' })
const work = (day: string) => ({ day, kind: 'work' as const, name: '调休' })

test('a community’s own table counts before the national one, and a year without either has weekends only', () => {
  const years = [{ year: 2026, days: [off('2026-11-25')] }]
  const calendar = calendarOf(years)
  expect(isWorkingDay(calendar, '2026-11-25')).toBe(false)
  expect(isWorkingDay(calendar, '2026-10-01')).toBe(true)
  expect(isWorkingDay(calendarOf([]), '2026-10-01')).toBe(false)
  expect(isWorkingDay(calendar, '2027-10-01')).toBe(true)
  expect(isWorkingDay(calendar, '2027-10-02')).toBe(false)
  expect([2026, 2027].map((year) => daysOfYear(years, year).source)).toEqual(['own', 'missing'])
  expect(daysOfYear([], 2026)).toEqual({ source: 'national', days: nationalYears[2026] })
})

test('what next year’s table says of this December counts', () => {
  const years = [
    { year: 2027, days: [off('2026-12-31'), work('2026-12-27')] },
    { year: 2026, days: [work('2026-12-31')] },
  ]
  const calendar = calendarOf(years)
  expect(['2026-12-31', '2026-12-27'].map((day) => isWorkingDay(calendar, day))).toEqual([false, true])
})

test('next year is missing from November on, this year at any time', () => {
  const next = { year: 2027, days: [] }
  expect(missingYear([], '2026-10-31')).toBeNull()
  expect(missingYear([], '2026-11-01')).toBe(2027)
  expect(missingYear([next], '2026-12-31')).toBeNull()
  expect(missingYear([], '2027-03-01')).toBe(2027)
  expect(missingYear([next], '2027-11-01')).toBe(2028)
})
