import { isPlain, type Document } from './ejson'

/** Kinds of values seen at one path of one collection, as bits, because a path may have seen several. */
export const Shape = {
  missing: 1,
  string: 2,
  number: 4,
  boolean: 8,
  date: 16,
  object: 32,
  array: 64,
  other: 128,
} as const

/** Strings SQL would read differently: with a NUL, or a surrogate without its partner. */
const UNSPEAKABLE = /[\u0000\ud800-\udfff]/u

const scalarShape = (value: unknown): number => {
  if (value === undefined || value === null) return Shape.missing
  if (typeof value === 'string') return UNSPEAKABLE.test(value) ? Shape.other : Shape.string
  if (typeof value === 'boolean') return Shape.boolean
  if (typeof value === 'number') return Number.isSafeInteger(value) || isOrdinary(value) ? Shape.number : Shape.other
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? Shape.other : Shape.date
  return isPlain(value) ? Shape.object : Shape.other
}

const isOrdinary = (value: number): boolean => Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER

/** The kind of value a document has at a path; an array anywhere on the way counts as `array`. */
export const shapeAt = (document: Document, fields: readonly string[]): number => {
  let value: unknown = document
  for (const field of fields) {
    if (Array.isArray(value)) return Shape.array
    if (!isPlain(value)) return Shape.missing
    value = Object.hasOwn(value, field) ? value[field] : undefined
  }
  return Array.isArray(value) ? Shape.array : scalarShape(value)
}

/** Whether SQL's view of a path says nothing reliable about MongoDB's: arrays, infinities, decimals, binary. */
export const isIrregular = (shape: number): boolean => (shape & (Shape.array | Shape.other)) !== 0

/** Whether all values at a path are of the one kind `kind`, or missing. */
export const isOnly = (shape: number, kind: number): boolean => (shape & ~(kind | Shape.missing)) === 0

/** Whether SQL orders the path as MongoDB does: one kind of comparable value, and gaps. */
export const sortsInSql = (shape: number): boolean =>
  [Shape.string, Shape.number, Shape.boolean, Shape.date].some((kind) => isOnly(shape, kind))
