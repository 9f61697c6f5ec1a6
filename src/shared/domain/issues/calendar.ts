import { addDays, weekdayOf } from '../../kernel/time'

/**
 * When the community works: opening and closing as minutes after midnight, Monday to Friday, and the days that differ
 * because the State Council declared them off or moved work to them (调休). Days it does not name follow the week.
 */
export interface Calendar {
  readonly opensAtMinute: number
  readonly closesAtMinute: number
  readonly exceptions: Readonly<Record<string, 'off' | 'work'>>
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

/** The dated table behind a list of holidays. */
export const exceptionsOf = (holidays: readonly Holiday[]): Calendar['exceptions'] =>
  Object.fromEntries(
    holidays.flatMap(({ from, to, workOn }) => [
      ...daysFrom(from, to).map((day) => [day, 'off'] as const),
      ...workOn.map((day) => [day, 'work'] as const),
    ]),
  )

/** 08:30–17:30 without a break, so a working day is 540 minutes. */
export const defaultCalendar: Calendar = {
  opensAtMinute: 8 * 60 + 30,
  closesAtMinute: 17 * 60 + 30,
  exceptions: exceptionsOf(holidays2026),
}

/** True when the community works on a day, YYYY-MM-DD. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean => {
  const exception = calendar.exceptions[day]
  if (exception) return exception === 'work'
  return ![0, 6].includes(weekdayOf(day))
}
