import { CloudError } from '../errors'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** CloudBase reads timers in Chinese time, wherever the function runs; China has no summer time. */
const ZONE_MS = 8 * 60 * MINUTE_MS

interface Field {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly words?: readonly string[]
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const FIELDS: readonly Field[] = [
  { name: '秒', from: 0, to: 59 },
  { name: '分', from: 0, to: 59 },
  { name: '时', from: 0, to: 23 },
  { name: '日', from: 1, to: 31 },
  { name: '月', from: 1, to: 12, words: MONTHS },
  { name: '星期', from: 0, to: 6, words: WEEKDAYS },
  { name: '年', from: 1970, to: 2099 },
]

/** When a timer runs. */
export interface Schedule {
  /** The first run after an instant, in epoch milliseconds; undefined when there is none any more. */
  next(after: number): number | undefined
}

/**
 * Reads a timer as CloudBase writes it: seven fields, second minute hour day month weekday year, each `*`, a value, a range
 * `a-b`, a step such as `0-30/5`, or several of these with commas. Where day and weekday are both given, either is enough.
 * Throws BAD_OPTIONS naming the field.
 */
export const readCron = (text: string): Schedule => {
  const parts = text.trim().split(/\s+/)
  if (parts.length !== FIELDS.length) throw bad(text, `要有 ${FIELDS.length} 段（秒 分 时 日 月 星期 年）`)
  const [seconds, minutes, hours, days, months, weekdays, years] = parts.map((part, at) =>
    valuesOf(part, FIELDS[at]!, text),
  ) as [number[], number[], number[], number[], number[], number[], number[]]
  const [dayIsFree, weekdayIsFree] = [parts[3] === '*', parts[5] === '*']
  const isDay = (date: Date): boolean => {
    if (!years.includes(date.getUTCFullYear()) || !months.includes(date.getUTCMonth() + 1)) return false
    const [day, weekday] = [days.includes(date.getUTCDate()), weekdays.includes(date.getUTCDay())]
    return dayIsFree || weekdayIsFree ? day && weekday : day || weekday
  }
  const times = { seconds, minutes, hours }
  const lastDay = Date.UTC((years.at(-1) ?? 0) + 1, 0, 1)
  return {
    next: (after) => {
      const start = Math.floor(after / 1000) * 1000 + 1000 + ZONE_MS
      for (let day = Math.floor(start / DAY_MS) * DAY_MS; day < lastDay; day += DAY_MS) {
        const time = isDay(new Date(day)) ? firstTime(Math.max(0, start - day), times) : undefined
        if (time !== undefined) return day + time - ZONE_MS
      }
      return undefined
    },
  }
}

/** The first allowed time of day at or after `from`, in milliseconds of the day. */
const firstTime = (from: number, { seconds, minutes, hours }: Record<string, number[]>): number | undefined => {
  for (const hour of hours!)
    for (const minute of minutes!) {
      const whole = (hour * 60 + minute) * MINUTE_MS
      if (whole + MINUTE_MS <= from) continue
      const second = seconds!.find((one) => whole + one * 1000 >= from)
      if (second !== undefined) return whole + second * 1000
    }
  return undefined
}

const valuesOf = (part: string, field: Field, text: string): number[] => {
  const values = new Set<number>()
  for (const piece of part.split(',')) {
    const [range = '', step = '1', ...rest] = piece.split('/')
    const [from, to] = range === '*' ? [field.from, field.to] : boundsOf(range, field, piece.includes('/'))
    const every = Number(step)
    if (rest.length > 0 || !/^\d+$/.test(step) || every < 1 || !(from >= field.from && to <= field.to && from <= to))
      throw bad(text, `“${field.name}”一段写的“${piece}”不对`)
    for (let value = from; value <= to; value += every) values.add(value)
  }
  return [...values].sort((a, b) => a - b)
}

/** `a` alone is one value, but `a/n` means from `a` on. */
const boundsOf = (range: string, field: Field, hasStep: boolean): [number, number] => {
  const [first = '', second, ...rest] = range.split('-')
  const from = valueOf(first, field)
  if (rest.length > 0) return [Number.NaN, Number.NaN]
  return [from, second === undefined ? (hasStep ? field.to : from) : valueOf(second, field)]
}

const valueOf = (word: string, { words = [], from }: Field): number => {
  if (/^\d+$/.test(word)) return Number(word)
  const at = words.indexOf(word.toUpperCase())
  return at === -1 ? Number.NaN : at + from
}

const bad = (text: string, why: string): CloudError => new CloudError('BAD_OPTIONS', `定时“${text}”${why}。`)
