import { Decimal128, ObjectId } from 'bson'
import { WireError, invalidParam } from '../../errors'
import { dateFor } from './dates'
import { parseDate } from './date-parse'
import { isNothing, isTrue, kindOf, namedOf, numberFor, register, taking, type Operator } from './expression'

type Convert = (value: unknown, name: string) => unknown

const refuse = (name: string, value: unknown): never => {
  throw invalidParam(`${name} cannot convert ${kindOf(value)} ${JSON.stringify(value) ?? ''}`)
}

const toNumber: Convert = (value, name) => {
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'string') return numberFor(value, name)
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? Number(value) : refuse(name, value)
}

const toWhole =
  (limit: number): Convert =>
  (value, name) => {
    if (typeof value === 'string' && !/^[+-]?\d+$/.test(value)) return refuse(name, value)
    const whole = Math.trunc(toNumber(value, name) as number)
    return whole >= -limit && whole < limit ? whole + 0 : refuse(name, value)
  }

const toText: Convert = (value, name) => {
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  const writable = ['int', 'long', 'double', 'decimal', 'bool', 'objectId'].includes(kindOf(value))
  return writable ? String(value) : refuse(name, value)
}

const toDate: Convert = (value, name) => {
  if (typeof value === 'number') return new Date(Math.trunc(value))
  if (typeof value !== 'string') return dateFor(value, name)
  const found = parseDate(value)
  return found ? new Date(found.local - (found.minutes ?? 0) * 60_000) : refuse(name, value)
}

const toId: Convert = (value, name) => {
  if (value instanceof ObjectId) return value
  return typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value) ? new ObjectId(value) : refuse(name, value)
}

const toLong: Convert = (value, name) => (value instanceof Date ? value.getTime() : toWhole(2 ** 63)(value, name))
const toDouble: Convert = (value, name) => (value instanceof Date ? value.getTime() : toNumber(value, name))

const conversions: Record<string, Convert> = {
  bool: isTrue,
  date: toDate,
  decimal: (value, name) => Decimal128.fromString(String(toDouble(value, name))),
  double: toDouble,
  int: toWhole(2 ** 31),
  long: toLong,
  objectId: toId,
  string: toText,
}

const simple = (convert: Convert): Operator =>
  taking(1, 1, ([value], name) => (isNothing(value) ? null : convert(value, name)))

const orElse = <T>(work: () => T, fallback: (() => T) | undefined): T => {
  if (!fallback) return work()
  try {
    return work()
  } catch (error) {
    if (error instanceof WireError) return fallback()
    throw error
  }
}

const convert: Operator = (argument, name) => {
  const parts = namedOf(argument, name, ['input', 'to'], ['onError', 'onNull'])
  return (scope) => {
    const value = parts.input?.(scope)
    const to = String(parts.to?.(scope))
    const known = Object.hasOwn(conversions, to) ? conversions[to] : undefined
    if (!known) throw invalidParam(`${name} does not know the type ${to}`)
    if (isNothing(value)) return parts.onNull ? parts.onNull(scope) : null
    const { onError } = parts
    return orElse(() => known(value, name), onError && (() => onError(scope)))
  }
}

register({
  $convert: convert,
  $isNumber: taking(1, 1, ([value]) => ['int', 'long', 'double', 'decimal'].includes(kindOf(value))),
  $toBool: simple(isTrue),
  $toDate: simple(toDate),
  $toDecimal: simple(conversions.decimal as Convert),
  $toDouble: simple(toDouble),
  $toInt: simple(toWhole(2 ** 31)),
  $toLong: simple(toLong),
  $toObjectId: simple(toId),
  $toString: simple(toText),
})
