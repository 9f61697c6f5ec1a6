import { addDays, weekdayOf } from '../../kernel/time'
import { defaultIssueSettings } from './settings'

/**
 * When the community works: opening and closing as minutes after midnight, Monday to Friday, and the days that differ
 * because the State Council declared them off or moved work to them (调休). Days it does not name follow the week.
 */
export interface Calendar {
  readonly opensAtMinute: number
  readonly closesAtMinute: number
  readonly exceptions: Readonly<Record<string, 'off' | 'work'>>
  /** What the days off are called, e.g. 国庆节; days without a name are weekends or nameless. */
  readonly names?: Readonly<Record<string, string>>
}

/** One dated line of a calendar: a day that is off (放假) or worked (上班), and why. */
export interface CalendarDay {
  readonly day: string
  readonly kind: 'off' | 'work'
  readonly name: string
}

interface Holiday {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly workOn: readonly string[]
}

/** National holidays of 2026 (国务院办公厅关于2026年部分节假日安排的通知). */
export const holidays2026: readonly Holiday[] = [
  { name: '元旦', from: '2026-01-01', to: '2026-01-03', workOn: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', workOn: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06', workOn: [] },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', workOn: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21', workOn: [] },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27', workOn: [] },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', workOn: ['2026-09-20', '2026-10-10'] },
]

const daysFrom = (from: string, to: string): string[] => (from > to ? [] : [from, ...daysFrom(addDays(from, 1), to)])

/** The dated lines behind a list of holidays, in the order of the days. */
export const daysOf = (holidays: readonly Holiday[]): CalendarDay[] =>
  holidays
    .flatMap(({ name, from, to, workOn }) => [
      ...daysFrom(from, to).map((day) => ({ day, kind: 'off' as const, name })),
      ...workOn.map((day) => ({ day, kind: 'work' as const, name: `${name}调休` })),
    ])
    .sort((a, b) => (a.day < b.day ? -1 : 1))

/** The dated table behind a list of holidays. */
export const exceptionsOf = (holidays: readonly Holiday[]): Calendar['exceptions'] =>
  Object.fromEntries(daysOf(holidays).map(({ day, kind }) => [day, kind]))

/** What the State Council declared, by year, for communities that have brought no table of their own. */
export const nationalYears: Readonly<Record<number, readonly CalendarDay[]>> = { 2026: daysOf(holidays2026) }

/** From when to when a day is worked. */
export type Hours = Pick<Calendar, 'opensAtMinute' | 'closesAtMinute'>

/** A calendar with some hours, the usual ones unless said otherwise, over dated lines; of two lines for a day the later counts. */
export const calendarOver = (
  lines: readonly CalendarDay[],
  { opensAtMinute, closesAtMinute }: Hours = defaultIssueSettings,
): Calendar => ({
  opensAtMinute,
  closesAtMinute,
  exceptions: Object.fromEntries(lines.map(({ day, kind }) => [day, kind])),
  names: Object.fromEntries(lines.filter(({ kind }) => kind === 'off').map(({ day, name }) => [day, name])),
})

/** 08:30–17:30 without a break, so a working day is 540 minutes. */
export const defaultCalendar: Calendar = calendarOver(Object.values(nationalYears).flat())

/** True when the community works on a day, YYYY-MM-DD. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean => {
  const exception = calendar.exceptions[day]
  if (exception) return exception === 'work'
  return ![0, 6].includes(weekdayOf(day))
}
