import { invalidParam } from '../errors'
import { compareValues, isSame, rankOf } from './compare'
import { isPlain } from './ejson'
import { kindOf } from './expressions/expression'
import { geoTests } from './geo'
import type { Leaf } from './paths'
import { patternTest, regexTest } from './patterns'

/** A test of one value a path leads to; undefined is a gap. */
export type Test = (value: unknown) => boolean

/** How a query operator looks at a path: what it tests, whether it opens an array at the end, and whether it turns the answer around. */
export interface Predicate {
  readonly test: Test
  readonly leaf: Leaf
  readonly negated: boolean
}

/** Makes a predicate of an operator's operand; `siblings` are the other operators on the same path. */
type Maker = (operand: unknown, siblings: Readonly<Record<string, unknown>>) => Predicate

const on = (test: Test, leaf: Leaf = 'opened'): Predicate => ({ test, leaf, negated: false })
const not = (predicate: Predicate): Predicate => ({ ...predicate, negated: !predicate.negated })

/** The test for being equal to a value; null is equal to a gap. */
export const equalTest = (wanted: unknown): Test =>
  wanted === null || wanted === undefined
    ? (value) => value === null || value === undefined
    : (value) => value !== undefined && isSame(value, wanted)

const isNan = (value: unknown): boolean => typeof value === 'number' && Number.isNaN(value)

const ordered =
  (operator: string, holds: (order: number) => boolean): Maker =>
  (bound) => {
    if (bound instanceof RegExp) throw invalidParam(`${operator} does not take a regular expression`)
    const rank = rankOf(bound)
    if (rank === 1) return on((value) => rankOf(value) === 1 && holds(0))
    if (isNan(bound)) return on((value) => isNan(value) && holds(0))
    if (rank === 0 || rank === 12) return on((value) => holds(compareValues(value, bound)))
    return on(
      (value) => value !== undefined && rankOf(value) === rank && !isNan(value) && holds(compareValues(value, bound)),
    )
  }

const listFor = (operand: unknown, operator: string): unknown[] => {
  if (!Array.isArray(operand)) throw invalidParam(`${operator} needs an array`)
  const nested = operand.find((item) => isPlain(item) && Object.keys(item).some((key) => key.startsWith('$')))
  if (nested !== undefined)
    throw invalidParam(`${operator} takes values, not the operator ${Object.keys(nested as object).join(', ')}`)
  return operand
}

/** A text equal values share, for strings and all numbers; other values are compared one by one. */
const scalarKey = (value: unknown): string | undefined => {
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'number') return `n${value + 0}`
  return kindOf(value) === 'decimal' ? `n${Number(value)}` : undefined
}

const oneOf = (operand: unknown, operator: string): Predicate => {
  const list = listFor(operand, operator)
  const keys = new Set(list.map(scalarKey))
  const others = list
    .filter((item) => scalarKey(item) === undefined)
    .map((item) => (item instanceof RegExp ? patternTest(item) : equalTest(item)))
  return on((value) => {
    const key = scalarKey(value)
    return (key !== undefined && keys.has(key)) || others.some((test) => test(value))
  })
}

const wholeFor = (operand: unknown, operator: string): number => {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
    throw invalidParam(`${operator} needs a whole number that is not negative`)
  return operand
}

const remainder: Maker = (operand) => {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw invalidParam('$mod needs an array of two: divisor and remainder')
  const [divisor, wanted] = operand.map((number: unknown) => {
    if (typeof number !== 'number' || !Number.isFinite(number)) throw invalidParam('$mod needs numbers')
    return Math.trunc(number)
  }) as [number, number]
  if (divisor === 0) throw invalidParam('the divisor of $mod may not be 0')
  return on(
    (value) => typeof value === 'number' && Number.isFinite(value) && (Math.trunc(value) % divisor) + 0 === wanted + 0,
  )
}

const TYPE_CODES: Record<number, string> = {
  [-1]: 'minKey',
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
}
const NUMBERS = ['int', 'long', 'double', 'decimal']

const ofType: Maker = (operand) => {
  const wanted = new Set(
    [operand].flat().flatMap((type) => {
      if (type === 'number') return NUMBERS
      const name = typeof type === 'number' ? TYPE_CODES[type] : String(type)
      if (name === undefined || !Object.values(TYPE_CODES).includes(name))
        throw invalidParam(`$type does not know the type ${String(type)}`)
      return [name]
    }),
  )
  return on((value) => wanted.has(kindOf(value)))
}

const maskOf = (operand: unknown, operator: string): bigint => {
  if (Array.isArray(operand))
    return operand.reduce<bigint>((mask, bit) => mask | (1n << BigInt(wholeFor(bit, operator))), 0n)
  return BigInt(wholeFor(operand, operator))
}

const bits =
  (operator: string, holds: (set: bigint, mask: bigint) => boolean): Maker =>
  (operand) => {
    const mask = maskOf(operand, operator)
    return on((value) => typeof value === 'number' && Number.isSafeInteger(value) && holds(BigInt(value) & mask, mask))
  }

const geo = Object.fromEntries(
  Object.entries(geoTests).map(([name, compile]) => [name, ((operand) => on(compile(operand), 'whole')) as Maker]),
)

const refusePattern = (operand: unknown): unknown => {
  if (operand instanceof RegExp) throw invalidParam('$ne does not take a regular expression: use $not')
  return operand
}

/** The operators that look at one value; those that hold queries of their own are in `match.ts`. */
export const predicates: Readonly<Record<string, Maker>> = {
  $eq: (operand) => on(equalTest(operand)),
  $ne: (operand) => not(on(equalTest(refusePattern(operand)))),
  $gt: ordered('$gt', (order) => order > 0),
  $gte: ordered('$gte', (order) => order >= 0),
  $lt: ordered('$lt', (order) => order < 0),
  $lte: ordered('$lte', (order) => order <= 0),
  $in: (operand) => oneOf(operand, '$in'),
  $nin: (operand) => not(oneOf(operand, '$nin')),
  $exists: (operand) => {
    const exists = on((value) => value !== undefined)
    return operand === false || operand === 0 || operand === null ? not(exists) : exists
  },
  $type: ofType,
  $size: (operand) => {
    const length = wholeFor(operand, '$size')
    return on((value) => Array.isArray(value) && value.length === length, 'whole')
  },
  $mod: remainder,
  $regex: (operand, { $options }) => on(regexTest(operand, $options)),
  $bitsAllSet: bits('$bitsAllSet', (set, mask) => set === mask),
  $bitsAnySet: bits('$bitsAnySet', (set) => set !== 0n),
  $bitsAllClear: bits('$bitsAllClear', (set) => set === 0n),
  $bitsAnyClear: bits('$bitsAnyClear', (set, mask) => set !== mask),
  ...geo,
}
