import { invalidParam } from '../../errors'
import { isPlain, type Document } from '../ejson'
import { formatDate, isoWeekOf, isoYearOf, weekOf, dayOfYear } from './date-format'
import { parseDate } from './date-parse'
import {
  argumentsOf,
  isNothing,
  misfit,
  namedOf,
  register,
  wholeFor,
  type Expression,
  type Operator,
  type Scope,
} from './expression'
import { instantOf, zoneOffset } from './zones'

/** A date from what MongoDB takes for one: a date, a timestamp, or an object id's moment. */
export const dateFor = (value: unknown, name: string): Date => {
  if (value instanceof Date) return value
  const exotic = value as { _bsontype?: string; getTimestamp?: () => Date; getHighBits?: () => number }
  if (exotic?.getTimestamp) return exotic.getTimestamp()
  if (exotic?._bsontype === 'Timestamp' && exotic.getHighBits) return new Date(exotic.getHighBits() * 1000)
  return misfit(name, 'a date', value)
}

/** A zone's name, null if it is null or missing, UTC if none was asked for. */
const zoneIn = (part: Expression | undefined, scope: Scope, name: string): string | null => {
  if (!part) return 'UTC'
  const zone = part(scope)
  if (isNothing(zone)) return null
  return typeof zone === 'string' ? zone : misfit(name, 'a time zone', zone)
}

/** The clock of a zone at an instant, readable through the UTC getters. */
const localIn = (date: Date, zone: string): Date => new Date(date.getTime() + zoneOffset(zone, date.getTime()))

/** An operator that reads something off a date: `{ date, timezone }`, or the date alone. */
const reading =
  (read: (local: Date) => unknown): Operator =>
  (argument, name) => {
    const named = isPlain(argument) && !Object.keys(argument).some((key) => key.startsWith('$'))
    const parts: Record<string, Expression | undefined> = named
      ? namedOf(argument, name, ['date'], ['timezone'])
      : { date: argumentsOf(argument, name, 1)[0] }
    return (scope) => {
      const date = parts.date?.(scope)
      const zone = zoneIn(parts.timezone, scope, name)
      return isNothing(date) || zone === null ? null : read(localIn(dateFor(date, name), zone))
    }
  }

const isoPartsOf = (local: Date): Document => ({
  isoWeekYear: isoYearOf(local),
  isoWeek: isoWeekOf(local),
  isoDayOfWeek: local.getUTCDay() || 7,
})

const clockOf = (local: Date): Document => ({
  hour: local.getUTCHours(),
  minute: local.getUTCMinutes(),
  second: local.getUTCSeconds(),
  millisecond: local.getUTCMilliseconds(),
})

const toParts: Operator = (argument, name) => {
  const parts = namedOf(argument, name, ['date'], ['timezone', 'iso8601'])
  return (scope) => {
    const date = parts.date?.(scope)
    const zone = zoneIn(parts.timezone, scope, name)
    if (isNothing(date) || zone === null) return null
    const local = localIn(dateFor(date, name), zone)
    const day = { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
    return { ...(parts.iso8601?.(scope) === true ? isoPartsOf(local) : day), ...clockOf(local) }
  }
}

const CALENDAR = ['year', 'month', 'day'] as const
const WEEKS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const
const CLOCK = ['hour', 'minute', 'second', 'millisecond'] as const

/** Parts outside their range carry over, as in MongoDB: month 14 is February of the next year. */
const fromParts: Operator = (argument, name) => {
  const isIso = isPlain(argument) && 'isoWeekYear' in argument
  const [first, ...others] = isIso ? WEEKS : CALENDAR
  const parts = namedOf(argument, name, [first], [...others, ...CLOCK, 'timezone'])
  return (scope) => {
    const values: Record<string, number> = {}
    for (const key of [first, ...others, ...CLOCK]) {
      const value = parts[key] ? parts[key](scope) : CLOCK.includes(key as 'hour') ? 0 : 1
      if (isNothing(value)) return null
      values[key] = wholeFor(value, `"${key}" of ${name}`)
    }
    const zone = zoneIn(parts.timezone, scope, name)
    if (zone === null) return null
    const year = values[first] ?? 0
    if (year < 1 || year > 9999) throw invalidParam(`"${first}" of ${name} is 1 to 9999, not ${year}`)
    const local = new Date(0)
    if (isIso) local.setTime(mondayOf(year) + ((values.isoWeek! - 1) * 7 + values.isoDayOfWeek! - 1) * 86_400_000)
    else local.setUTCFullYear(year, values.month! - 1, values.day!)
    local.setUTCHours(values.hour!, values.minute!, values.second!, values.millisecond!)
    return new Date(instantOf(local.getTime(), zone))
  }
}

/** Monday of a year's first ISO week, the week with its fourth of January. */
const mondayOf = (year: number): number => {
  const fourth = new Date(0)
  fourth.setUTCFullYear(year, 0, 4)
  return fourth.getTime() - ((fourth.getUTCDay() || 7) - 1) * 86_400_000
}

const toText: Operator = (argument, name) => {
  const parts = namedOf(argument, name, ['date'], ['format', 'timezone', 'onNull'])
  return (scope) => {
    const value = parts.date?.(scope)
    const zone = zoneIn(parts.timezone, scope, name)
    if (isNothing(value)) return parts.onNull ? parts.onNull(scope) : null
    const format = parts.format ? parts.format(scope) : '%Y-%m-%dT%H:%M:%S.%LZ'
    if (zone === null || isNothing(format)) return null
    if (typeof format !== 'string') return misfit(name, 'a format that is a string', format)
    const date = dateFor(value, name)
    return formatDate(localIn(date, zone), format, zoneOffset(zone, date.getTime()) / 60_000, name)
  }
}

const fromText: Operator = (argument, name) => {
  const parts = namedOf(argument, name, ['dateString'], ['format', 'timezone', 'onError', 'onNull'])
  return (scope) => {
    const text = parts.dateString?.(scope)
    const zone = zoneIn(parts.timezone, scope, name)
    if (isNothing(text)) return parts.onNull ? parts.onNull(scope) : null
    const format = parts.format?.(scope)
    if (zone === null || (parts.format && isNothing(format))) return null
    const found = typeof text === 'string' ? parseDate(text, format as string | undefined) : undefined
    if (!found) {
      if (parts.onError) return parts.onError(scope)
      throw invalidParam(`${name} cannot read ${JSON.stringify(text)} as a date`)
    }
    if (found.minutes !== undefined && parts.timezone)
      throw invalidParam(`${name} takes a time zone in the text or as an argument, not both`)
    return new Date(found.minutes === undefined ? instantOf(found.local, zone) : found.local - found.minutes * 60_000)
  }
}

register({
  $dateFromParts: fromParts,
  $dateFromString: fromText,
  $dateToParts: toParts,
  $dateToString: toText,
  $year: reading((local) => local.getUTCFullYear()),
  $month: reading((local) => local.getUTCMonth() + 1),
  $dayOfMonth: reading((local) => local.getUTCDate()),
  $dayOfWeek: reading((local) => local.getUTCDay() + 1),
  $dayOfYear: reading(dayOfYear),
  $isoDayOfWeek: reading((local) => local.getUTCDay() || 7),
  $isoWeek: reading(isoWeekOf),
  $isoWeekYear: reading(isoYearOf),
  $week: reading(weekOf),
  $hour: reading((local) => local.getUTCHours()),
  $minute: reading((local) => local.getUTCMinutes()),
  $second: reading((local) => local.getUTCSeconds()),
  $millisecond: reading((local) => local.getUTCMilliseconds()),
})
