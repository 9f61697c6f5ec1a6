import { addDays, weekdayOf } from '../../kernel/time'
import { headingOf, letterOf, shown, wordsOf, type Cell, type CellProblem, type Rows } from '../../kernel/table-cells'
import type { CalendarDay } from '../issues/calendar'
import { calendarDaysMax } from './calendar-year-record'

const columnNames = ['日期', '类型', '名称'] as const
type Column = (typeof columnNames)[number]
const nameMax = 20

const kinds: Readonly<Record<string, CalendarDay['kind']>> = {
  放假: 'off',
  休息: 'off',
  休: 'off',
  上班: 'work',
  补班: 'work',
  调休上班: 'work',
  班: 'work',
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** The day a cell names, however it is written: a date, its serial number, or words; null when it names none. */
const dayFrom = (cell: Cell | undefined): string | null => {
  const words = wordsOf(cell)
  const number = Number(words)
  // Excel counts days from the last but one day of 1899; a serial of these years has five figures.
  if (/^\d{5}(\.\d+)?$/.test(words)) return addDays('1899-12-30', Math.floor(number))
  const found = /^(\d{4})(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?|(\d{2})(\d{2}))(?:\s.*)?$/.exec(words)
  if (!found) return null
  const [, year, month = found[4]!, date = found[5]!] = found
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  // A thirteenth month is no time at all, and the thirtieth of February comes back as another day.
  return !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day ? day : null
}

const dateProblem = (cell: Cell | undefined, day: string | null, year: number): string | null => {
  const words = wordsOf(cell)
  if (words === '') return '日期没有填'
  if (day === null) return `日期“${shown(words)}”看不懂或没有这一天，请写成 ${year}-01-01 这样`
  if (day < `${year - 1}-12-01` || day > `${year}-12-31`) return `${day} 不在 ${year} 年里（上年 12 月的连休可以写）`
  return null
}

/**
 * The lines of a year's table as a spreadsheet brings them, or everything that is wrong with it, cell by cell: with one wrong
 * row none counts. A table has the columns 日期, 类型 (放假 or 上班) and 名称 in any order, and names each day once; a workday it
 * names must be a weekend, since the others are worked anyway.
 */
export const readCalendar = (rows: Rows, year: number): { days: CalendarDay[]; problems: CellProblem[] } => {
  const heading = headingOf(rows, columnNames, columnNames)
  if (!heading)
    return { days: [], problems: [{ cell: 'A1', sentence: '没有找到表头，第一行要有“日期、类型、名称”三列' }] }
  const { columns } = heading
  const [days, problems] = [[] as CalendarDay[], [] as CellProblem[]]
  const rowOf = new Map<string, number>()
  rows.forEach((cells, at) => {
    if (at <= heading.row || Object.values(columns).every((column) => wordsOf(cells[column]) === '')) return
    const wrong = (column: Column, sentence: string | null) => {
      if (sentence) problems.push({ cell: `${letterOf(columns[column])}${at + 1}`, sentence })
    }
    const found = problems.length
    const day = dayFrom(cells[columns.日期])
    wrong('日期', dateProblem(cells[columns.日期], day, year))
    const kindWords = wordsOf(cells[columns.类型])
    const kind = Object.hasOwn(kinds, kindWords) ? kinds[kindWords] : undefined
    if (!kind)
      wrong('类型', kindWords ? `类型“${shown(kindWords)}”不对，请写“放假”或“上班”` : '类型没有填，请写“放假”或“上班”')
    const name = wordsOf(cells[columns.名称])
    if ([...name].length > nameMax) wrong('名称', `名称不能超过 ${nameMax} 个字`)
    if (kind === 'off' && name === '') wrong('名称', '放假的日子要写节日名称，例如“元旦”')
    if (problems.length > found || !day || !kind) return
    const earlier = rowOf.get(day)
    if (earlier !== undefined) return wrong('日期', `${day} 和第 ${earlier} 行重复了`)
    const weekday = weekdayOf(day)
    if (kind === 'work' && weekday !== 0 && weekday !== 6)
      return wrong('类型', `${day} 是${weekdays[weekday]}，本来就上班，不用写`)
    rowOf.set(day, at + 1)
    days.push({ day, kind, name: name || '调休' })
  })
  if (days.length === 0 && problems.length === 0)
    problems.push({ cell: `A${heading.row + 2}`, sentence: '表里还没有日期' })
  if (days.length > calendarDaysMax)
    problems.push({ cell: 'A1', sentence: `一年最多 ${calendarDaysMax} 行，请只写放假和调休的日子` })
  return { days: days.sort((a, b) => (a.day < b.day ? -1 : 1)), problems }
}

const isSame = (a: CalendarDay | undefined, b: CalendarDay): boolean => a?.kind === b.kind && a.name === b.name

/** What one table changes over another: days that come, days that go, and days said differently. */
export const calendarChanges = (before: readonly CalendarDay[], after: readonly CalendarDay[]) => {
  const was = new Map(before.map((line) => [line.day, line]))
  const is = new Set(after.map(({ day }) => day))
  return {
    added: after.filter(({ day }) => !was.has(day)),
    removed: before.filter(({ day }) => !is.has(day)),
    changed: after.filter((line) => was.has(line.day) && !isSame(was.get(line.day), line)),
  }
}
