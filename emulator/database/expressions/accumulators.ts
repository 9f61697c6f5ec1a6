import { invalidParam } from '../../errors'
import { compareValues, isSame } from '../compare'
import { isPlain } from '../ejson'
import { argumentsOf, compile, isNothing, knownOperators, register, type Operator, type Scope } from './expression'
import { mergedObjects } from './objects'

/** Turns the values of a group, one a document, into one; a gap comes in as undefined. */
type Accumulate = (values: readonly unknown[]) => unknown

const numbers = (values: readonly unknown[]): number[] =>
  values.flatMap((value) => {
    if (typeof value === 'number') return [value]
    return (value as { _bsontype?: string } | null | undefined)?._bsontype === 'Decimal128' ? [Number(value)] : []
  })

const sum = (values: readonly unknown[]): number => numbers(values).reduce((total, value) => total + value, 0)

const average = (values: readonly unknown[]): number | null => {
  const { length } = numbers(values)
  return length === 0 ? null : sum(values) / length
}

const deviation =
  (sampled: number): Accumulate =>
  (values) => {
    const found = numbers(values)
    if (found.length <= sampled) return null
    const mean = sum(found) / found.length
    const squares = found.reduce((total, value) => total + (value - mean) ** 2, 0)
    return Math.sqrt(squares / (found.length - sampled))
  }

const extreme =
  (sign: 1 | -1): Accumulate =>
  (values) =>
    values
      .filter((value) => !isNothing(value))
      .reduce((best: unknown, value) => (best === null || compareValues(value, best) * sign > 0 ? value : best), null)

const distinctOf = (values: readonly unknown[]): unknown[] => {
  const scalars = new Set<unknown>()
  const others: unknown[] = []
  return values.filter((value) => {
    if (value === undefined) return false
    if (typeof value !== 'object') return !scalars.has(value) && Boolean(scalars.add(value))
    return !others.some((item) => isSame(item, value)) && others.push(value) > 0
  })
}

const accumulators: Record<string, Accumulate> = {
  $sum: sum,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values[values.length - 1] ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: distinctOf,
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
  $mergeObjects: (values) => mergedObjects(values, '$mergeObjects'),
}

/** Names of everything a group may compute. */
export const knownAccumulators = (): string[] => Object.keys(accumulators)

/** One computed field of a group: from the documents of the group to its value. */
export type GroupField = (scopes: readonly Scope[]) => unknown

/** Compiles `{ $sum: … }` and its like. Throws INVALID_PARAM naming what is no accumulator. */
export const groupField = (field: string, value: unknown): GroupField => {
  if (field.includes('.')) throw invalidParam(`the group field "${field}" may not contain a dot`)
  const entries = isPlain(value) ? Object.entries(value) : []
  const [name, argument] = entries[0] ?? []
  if (name === undefined || entries.length > 1)
    throw invalidParam(`the group field "${field}" is an object with one accumulator`)
  const accumulate = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined
  if (!accumulate) {
    const known = knownOperators().includes(name)
    throw invalidParam(`${known ? `${name} is no accumulator` : `unknown group operator ${name}`}, in "${field}"`)
  }
  const part = compile(argument)
  return (scopes) => accumulate(scopes.map(part))
}

/** An accumulator as an expression: over the elements of the one array it is given, or over its arguments. */
const asExpression =
  (accumulate: Accumulate): Operator =>
  (argument, name) => {
    if (Array.isArray(argument) && argument.length !== 1) {
      const parts = argumentsOf(argument, name, 0, Infinity)
      return (scope) => accumulate(parts.map((part) => part(scope)))
    }
    const [part] = argumentsOf(argument, name, 1)
    return (scope) => {
      const value = part?.(scope)
      return accumulate(Array.isArray(value) ? value : [value])
    }
  }

const ends =
  (at: 0 | -1): Operator =>
  (argument, name) => {
    const [part] = argumentsOf(argument, name, 1)
    return (scope) => {
      const value = part?.(scope)
      if (isNothing(value)) return null
      if (!Array.isArray(value)) throw invalidParam(`${name} needs an array`)
      return value.at(at)
    }
  }

register({
  $sum: asExpression(sum),
  $avg: asExpression(average),
  $min: asExpression(extreme(-1)),
  $max: asExpression(extreme(1)),
  $stdDevPop: asExpression(deviation(0)),
  $stdDevSamp: asExpression(deviation(1)),
  $first: ends(0),
  $last: ends(-1),
})
