import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { addDays, daysBetween, weekdayOf } from '@/shared/kernel/time'

export type CalendarDay = OutputOf<ContractOf<'settings.getCalendar'>>['days'][number]

/** Days in a row of one kind and name: what people call one holiday. */
export interface Run {
  name: string
  kind: CalendarDay['kind']
  from: string
  to: string
}

/** A year's days as people think of them: holidays from a day to a day, and single days worked for them. */
export const runsOf = (days: readonly CalendarDay[]): Run[] =>
  days.reduce<Run[]>((runs, { day, kind, name }) => {
    const last = runs.at(-1)
    if (last && last.kind === kind && last.name === name && addDays(last.to, 1) === day)
      return [...runs.slice(0, -1), { ...last, to: day }]
    return [...runs, { name, kind, from: day, to: day }]
  }, [])

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const plain = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** "10月1日至7日，共 7 天", "1月4日 周日". */
export const runWords = ({ from, to }: Run): string => {
  if (from === to) return `${plain(from)} ${weekdays[weekdayOf(from)]}`
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : plain(to)
  return `${plain(from)}至${end}，共 ${daysBetween(from, to) + 1} 天`
}

/** What to fill in: the heading, and two lines of the year that show how. */
export const templateOf = (year: number): string =>
  ['日期,类型,名称', `${year}-01-01,放假,元旦`, `${year}-10-01,放假,国庆节`, ''].join('\r\n')
