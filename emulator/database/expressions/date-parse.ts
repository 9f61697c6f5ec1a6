import { invalidParam } from '../../errors'
import { MONTHS } from './date-format'

/** What a text says: the clock as if it were UTC, and how many minutes its zone is ahead, if it names one. */
interface Read {
  readonly local: number
  readonly minutes?: number
}

const PLAIN =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i

const minutesOf = (zone: string): number => {
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  return fixed ? (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) : 0
}

/** A calendar moment, or undefined if there is no such day or time. */
const moment = (parts: Readonly<Record<string, number>>): number | undefined => {
  const { Y = 1970, m = 1, d = 1, H = 0, M = 0, S = 0, L = 0 } = parts
  const local = new Date(0)
  local.setUTCFullYear(Y, m - 1, d)
  local.setUTCHours(H, M, S, L)
  const isReal = local.getUTCMonth() === m - 1 && local.getUTCDate() === d && H < 24 && M < 60 && S < 60
  return isReal ? local.getTime() : undefined
}

const plainly = (text: string): Read | undefined => {
  const found = PLAIN.exec(text.trim())
  if (!found) return undefined
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '0', zone] = found
  const local = moment({
    Y: Number(year),
    m: Number(month),
    d: Number(day),
    H: Number(hour),
    M: Number(minute),
    S: Number(second),
    L: Math.floor(Number(`0.${fraction}`) * 1000),
  })
  if (local === undefined) return undefined
  return zone ? { local, minutes: minutesOf(zone.toUpperCase()) } : { local }
}

const letters: Record<string, string> = {
  Y: '(\\d{4})',
  G: '(\\d{4})',
  m: '(\\d{1,2})',
  d: '(\\d{1,2})',
  H: '(\\d{1,2})',
  M: '(\\d{1,2})',
  S: '(\\d{1,2})',
  L: '(\\d{1,3})',
  j: '(\\d{1,3})',
  V: '(\\d{1,2})',
  u: '([1-7])',
  b: `(${MONTHS.map((month) => month.slice(0, 3)).join('|')})`,
  B: `(${MONTHS.join('|')})`,
  z: '(Z|[+-]\\d{2}:?(?:\\d{2})?)',
  Z: '([+-]?\\d+)',
}

const DAY = 86_400_000

const isoMoment = ({ G = 1970, V = 1, u = 1, ...clock }: Readonly<Record<string, number>>): number | undefined => {
  const start = moment({ ...clock, Y: G, m: 1, d: 4 })
  if (start === undefined || V < 1 || V > 53) return undefined
  const weekday = new Date(start).getUTCDay() || 7
  return start + ((V - 1) * 7 + (u - weekday)) * DAY
}

const byFormat = (text: string, format: string): Read | undefined => {
  const order: string[] = []
  const pattern = format.replace(/%(.?)|[^%]/gs, (part, letter: string | undefined) => {
    if (letter === undefined) return part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    if (letter === '%') return '%'
    const known = Object.hasOwn(letters, letter) ? letters[letter] : undefined
    if (!known) throw invalidParam(`$dateFromString does not know the format "%${letter}"`)
    order.push(letter)
    return known
  })
  const found = new RegExp(`^${pattern}$`, 'i').exec(text)
  if (!found) return undefined
  const parts: Record<string, number> = {}
  let minutes: number | undefined
  order.forEach((letter, i) => {
    const part = found[i + 1] ?? ''
    if (letter === 'z') minutes = minutesOf(part)
    else if (letter === 'Z') minutes = Number(part)
    else if (letter === 'b' || letter === 'B')
      parts.m = MONTHS.findIndex((month) => month.toLowerCase().startsWith(part.toLowerCase())) + 1
    else parts[letter] = Number(part)
  })
  const local = localOf(parts)
  if (local === undefined) return undefined
  return minutes === undefined ? { local } : { local, minutes }
}

const localOf = (parts: Record<string, number>): number | undefined => {
  if (parts.G !== undefined) return isoMoment(parts)
  if (parts.j === undefined) return moment(parts)
  const first = moment({ ...parts, m: 1, d: 1 })
  return first === undefined || parts.j < 1 || parts.j > 366 ? undefined : first + (parts.j - 1) * DAY
}

/** Reads a date from text, ISO 8601 unless a format says otherwise; undefined if the text is no such date. */
export const parseDate = (text: string, format?: string): Read | undefined =>
  format === undefined ? plainly(text) : byFormat(text, format)
