import { EJSON, ObjectId } from 'bson'
import { WireError, invalidParam } from '../errors'
import { translated } from './patterns'

/** A document as the engine works with it: plain values, `Date`, `RegExp`, and BSON's own classes for the rare rest. */
export type Document = Record<string, unknown>

type Wrapped = Record<string, unknown>
type Reader = (wrapped: Wrapped, now: number) => unknown

const instant = (value: unknown): Date => {
  if (typeof value === 'number') return new Date(value)
  if (typeof value === 'string') return new Date(value)
  return new Date(Number((value as { $numberLong: string }).$numberLong))
}

const regularExpression = (value: unknown): RegExp => {
  const { pattern, options = '' } = value as { pattern: string; options?: string }
  const { source, flags } = translated(pattern, options)
  try {
    return new RegExp(source, flags)
  } catch {
    throw invalidParam(`the regular expression /${pattern}/${options} is not valid`)
  }
}

const objectId = (value: unknown): ObjectId => {
  if (!ObjectId.isValid(value as string)) throw invalidParam(`"${String(value)}" is not an object id`)
  return new ObjectId(value as string)
}

const serverDate = (value: unknown, now: number): Date =>
  new Date(now + Number((value as { offset?: number }).offset ?? 0))

const exotic: Reader = (wrapped) => EJSON.deserialize(wrapped)

const readers: Record<string, Reader> = {
  $numberInt: (wrapped) => Number(wrapped.$numberInt),
  $numberLong: (wrapped) => Number(wrapped.$numberLong),
  $numberDouble: (wrapped) => Number(wrapped.$numberDouble),
  $date: (wrapped) => instant(wrapped.$date),
  $oid: (wrapped) => objectId(wrapped.$oid),
  $regularExpression: (wrapped) => regularExpression(wrapped.$regularExpression),
  $tcb_server_date: (wrapped, now) => serverDate(revive(wrapped.$tcb_server_date, now), now),
  $numberDecimal: exotic,
  $binary: exotic,
  $uuid: exotic,
  $timestamp: exotic,
  $minKey: exotic,
  $maxKey: exotic,
  $symbol: exotic,
  $code: exotic,
}

const revive = (value: unknown, now: number): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], now)
    return value
  }
  const object = value as Wrapped
  const keys = Object.keys(object)
  const reader = keys[0]?.startsWith('$') ? readers[keys[0]] : undefined
  if (reader) return reader(object, now)
  for (const key of keys) object[key] = revive(object[key], now)
  return object
}

/**
 * Live values from the EJSON text the SDK sends; `serverDate()` becomes `now`.
 * Not bson's own parser, which would take the query operators `$regex` and `$type` for values.
 */
export const parseWire = (text: string, now: number): unknown => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalidParam('a part of the request is not JSON')
  }
  return revive(value, now)
}

/**
 * A document from the text it is stored as. Text without wrapped values costs one JSON.parse. A text that is none any more,
 * because the disk changed it under a running cloud, is refused by the name it had.
 */
export const parseStored = (text: string): Document => {
  try {
    return (text.includes('{"$') ? revive(JSON.parse(text), 0) : JSON.parse(text)) as Document
  } catch {
    const [, id = '?'] = /"_id":("[^"]*"|\d+)/.exec(text) ?? []
    throw new WireError('DATABASE_REQUEST_FAILED', `the stored document ${id} is damaged: restore it from a backup`)
  }
}

/** Whether a value is an object with named fields, and not a date, an id or another single value. */
export const isPlain = (value: unknown): value is Document => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const storable = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => storable(item === undefined ? null : item))
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (!isPlain(value)) return EJSON.serialize(value, { relaxed: false })
  const copy: Document = {}
  for (const key of Object.keys(value)) {
    const item = value[key]
    if (item !== undefined && key !== '__proto__') copy[key] = storable(item)
  }
  return copy
}

/**
 * The text a value is stored as. Every SDK reads it as EJSON, so a stored document travels without being
 * parsed; numbers are bare and dates are `{"$date":<ms>}`, so SQL can compare them.
 */
export const storedText = (value: unknown): string => JSON.stringify(storable(value))
