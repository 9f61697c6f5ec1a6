import type { Document } from './ejson'
import { elementsAt, valuesAt } from './paths'

/** Field → 1 or -1, in the order they count. */
export type Order = readonly (readonly [path: string, direction: 1 | -1])[]

/** Where a kind of value stands in MongoDB's order of kinds; null and missing share one place. */
export const rankOf = (value: unknown): number => {
  if (value === undefined || value === null) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (typeof value === 'boolean') return 8
  if (Array.isArray(value)) return 5
  if (value instanceof Date) return 9
  if (value instanceof RegExp) return 11
  return bsonRank[(value as { _bsontype?: string })._bsontype ?? ''] ?? 4
}

const bsonRank: Record<string, number> = {
  Decimal128: 2,
  Binary: 6,
  UUID: 6,
  ObjectId: 7,
  Timestamp: 10,
  MinKey: 0,
  MaxKey: 12,
}

const compareStrings = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return inCodePointOrder(x) - inCodePointOrder(y)
  }
  return a.length - b.length
}

const inCodePointOrder = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x10000 : unit)

const compareObjects = (a: Document, b: Document): number => {
  const left = Object.entries(a)
  const right = Object.entries(b)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [leftKey, leftValue] = left[i] as [string, unknown]
    const [rightKey, rightValue] = right[i] as [string, unknown]
    const difference =
      rankOf(leftValue) - rankOf(rightValue) ||
      compareStrings(leftKey, rightKey) ||
      compareValues(leftValue, rightValue)
    if (difference) return difference
  }
  return left.length - right.length
}

const compareArrays = (a: unknown[], b: unknown[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compareValues(a[i], b[i])
    if (difference) return difference
  }
  return a.length - b.length
}

const compareNumbers = (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a < b ? -1 : a > b ? 1 : 0
}

const comparePatterns = (a: RegExp, b: RegExp): number =>
  compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags)

/** MongoDB's order over all values: kinds first, then within a kind; strings by code point, as bytes of UTF-8 sort. */
export const compareValues = (a: unknown, b: unknown): number => {
  const rank = rankOf(a)
  const difference = rank - rankOf(b)
  if (difference || rank === 1) return difference
  if (rank === 3) return a === b ? 0 : compareStrings(a as string, b as string)
  if (rank === 4) return compareObjects(a as Document, b as Document)
  if (rank === 5) return compareArrays(a as unknown[], b as unknown[])
  if (rank === 2 || rank === 8 || rank === 9) return compareNumbers(Number(a), Number(b))
  if (rank === 11) return comparePatterns(a as RegExp, b as RegExp)
  return compareStrings(String(a), String(b))
}

const sortKey = (document: Document, path: string, direction: 1 | -1): unknown => {
  const values = elementsAt(document, path)
  if (values.length === 0) return valuesAt(document, path).length ? undefined : null
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}

/**
 * Sorts in place as MongoDB does: an array counts by its least element, or its greatest when descending.
 * Equal documents keep their order, or reverse it when the last field descends, as an index walked backwards would.
 */
export const sortDocuments = <T>(items: T[], order: Order, documentOf: (item: T) => Document): T[] => {
  if (order.length === 0) return items
  const last = order[order.length - 1]?.[1] ?? 1
  const keyed = items.map((item, at) => {
    const document = documentOf(item)
    return { item, at, keys: order.map(([path, direction]) => sortKey(document, path, direction)) }
  })
  keyed.sort((a, b) => {
    for (let i = 0; i < order.length; i++) {
      const difference = compareValues(a.keys[i], b.keys[i])
      if (difference) return difference * (order[i]?.[1] ?? 1)
    }
    return (a.at - b.at) * last
  })
  keyed.forEach(({ item }, i) => (items[i] = item))
  return items
}

/** Whether two values are equal to MongoDB: kind and value, the order of an object's fields included. */
export const isSame = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0
