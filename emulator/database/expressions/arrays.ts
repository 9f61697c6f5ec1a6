import { invalidParam } from '../../errors'
import { isSame } from '../compare'
import { isPlain, type Document } from '../ejson'
import {
  argumentsOf,
  arrayFor,
  compile,
  isNothing,
  isTrue,
  misfit,
  namedOf,
  register,
  taking,
  wholeFor,
  type Operator,
  type Scope,
} from './expression'

const RANGE_MAX = 1_000_000

const elementAt = (values: unknown[], name: string): unknown => {
  const [array, index] = values
  if (isNothing(array) || isNothing(index)) return null
  return arrayFor(array, name).at(wholeFor(index, name))
}

const pairOf = (item: unknown, name: string): [string, unknown] => {
  const [key, value] = Array.isArray(item)
    ? item.length === 2
      ? item
      : misfit(name, 'pairs of two', item)
    : isPlain(item) && Object.keys(item).length === 2 && 'k' in item && 'v' in item
      ? [item.k, item.v]
      : misfit(name, 'pairs [key, value] or { k, v }', item)
  if (typeof key !== 'string') return misfit(name, 'keys that are strings', key)
  return [key, value]
}

const toObject = ([value]: unknown[], name: string): unknown => {
  if (isNothing(value)) return null
  const items = arrayFor(value, name)
  const kinds = new Set(items.map((item) => Array.isArray(item)))
  if (kinds.size > 1) throw invalidParam(`${name} takes pairs of one form, not both`)
  return Object.fromEntries(items.map((item) => pairOf(item, name)))
}

const joined = (values: unknown[], name: string): unknown => {
  if (values.some(isNothing)) return null
  return values.flatMap((value) => arrayFor(value, name))
}

const withVariables = (scope: Scope, variables: Document): Scope => ({
  ...scope,
  variables: { ...scope.variables, ...variables },
})

/** The array an operator works on, and how it names an element; the body is compiled apart because it sees that name. */
const eachOf = (argument: unknown, name: string, body: string, optional: readonly string[]) => {
  const { as = 'this', ...rest } = isPlain(argument) ? argument : {}
  if (typeof as !== 'string' || as === '') throw invalidParam(`"as" of ${name} is the name of a variable`)
  const parts = namedOf(isPlain(argument) ? rest : argument, name, ['input', body], optional)
  const on = (scope: Scope): unknown[] | null => {
    const value = parts.input?.(scope)
    return isNothing(value) ? null : arrayFor(value, name)
  }
  const per = (scope: Scope, item: unknown): unknown => parts[body]?.(withVariables(scope, { [as]: item }))
  return { on, per, parts }
}

const filter: Operator = (argument, name) => {
  const { on, per, parts } = eachOf(argument, name, 'cond', ['limit'])
  return (scope) => {
    const kept = on(scope)?.filter((item) => isTrue(per(scope, item))) ?? null
    const limit = parts.limit?.(scope)
    if (kept === null || isNothing(limit)) return kept
    if (wholeFor(limit, name) < 1) throw invalidParam(`"limit" of ${name} is greater than 0`)
    return kept.slice(0, limit as number)
  }
}

const map: Operator = (argument, name) => {
  const { on, per } = eachOf(argument, name, 'in', [])
  return (scope) => on(scope)?.map((item) => per(scope, item) ?? null) ?? null
}

const reduce: Operator = (argument, name) => {
  const { input, initialValue, in: body } = namedOf(argument, name, ['input', 'initialValue', 'in'])
  return (scope) => {
    const value = input?.(scope)
    if (isNothing(value)) return null
    return arrayFor(value, name).reduce(
      (sofar, item) => body?.(withVariables(scope, { value: sofar, this: item })),
      initialValue?.(scope),
    )
  }
}

const indexOf = ([array, wanted, start = 0, end]: unknown[], name: string): unknown => {
  if (isNothing(array)) return null
  const items = arrayFor(array, name)
  const from = wholeFor(start, name)
  const to = end === undefined ? items.length : wholeFor(end, name)
  if (from < 0 || to < 0) throw invalidParam(`${name} takes positions from 0`)
  return items.findIndex((item, at) => at >= from && at < to && isSame(item, wanted))
}

const range = ([start, end, step = 1]: unknown[], name: string): number[] => {
  const [from, to, by] = [wholeFor(start, name), wholeFor(end, name), wholeFor(step, name)]
  if (by === 0) throw invalidParam(`the step of ${name} may not be 0`)
  const length = Math.max(0, Math.ceil((to - from) / by))
  if (length > RANGE_MAX) throw invalidParam(`${name} makes at most ${RANGE_MAX} numbers`)
  return Array.from({ length }, (_unused, i) => from + i * by)
}

const slice = ([array, first, second]: unknown[], name: string): unknown => {
  if (isNothing(array) || isNothing(first)) return null
  const items = arrayFor(array, name)
  const at = wholeFor(first, name)
  if (second === undefined) return at < 0 ? items.slice(at) : items.slice(0, at)
  const count = wholeFor(second, name)
  if (count <= 0) throw invalidParam(`the number of elements ${name} takes from a position is greater than 0`)
  const from = at < 0 ? Math.max(0, items.length + at) : at
  return items.slice(from, from + count)
}

const zip: Operator = (argument, name) => {
  if (!isPlain(argument)) throw invalidParam(`${name} takes an object`)
  const { inputs, defaults, useLongestLength = false } = argument
  namedOf(argument, name, ['inputs'], ['defaults', 'useLongestLength'])
  if (!Array.isArray(inputs) || inputs.length === 0) throw invalidParam(`"inputs" of ${name} is an array of arrays`)
  if (typeof useLongestLength !== 'boolean') throw invalidParam(`"useLongestLength" of ${name} is true or false`)
  if (defaults !== undefined && !useLongestLength)
    throw invalidParam(`"defaults" of ${name} needs "useLongestLength": true`)
  if (defaults !== undefined && (!Array.isArray(defaults) || defaults.length !== inputs.length))
    throw invalidParam(`"defaults" of ${name} has one value an input`)
  const parts = inputs.map(compile)
  const fallbacks = Array.isArray(defaults) ? defaults.map(compile) : []
  return (scope) => {
    const values = parts.map((part) => part(scope))
    if (values.some(isNothing)) return null
    const arrays = values.map((value) => arrayFor(value, name))
    const lengths = arrays.map((array) => array.length)
    const length = useLongestLength ? Math.max(...lengths) : Math.min(...lengths)
    return Array.from({ length }, (_unused, at) =>
      arrays.map((array, i) => (at < array.length ? array[at] : (fallbacks[i]?.(scope) ?? null))),
    )
  }
}

register({
  $arrayElemAt: taking(2, 2, elementAt),
  $arrayToObject: taking(1, 1, toObject),
  $concatArrays: taking(0, Infinity, joined),
  $filter: filter,
  $in: taking(2, 2, ([wanted, array], name) => arrayFor(array, name).some((item) => isSame(item, wanted))),
  $indexOfArray: taking(2, 4, indexOf),
  $isArray: (argument, name) => {
    const [part] = argumentsOf(argument, name, 1)
    return (scope) => Array.isArray(part?.(scope))
  },
  $map: map,
  $range: taking(2, 3, range),
  $reduce: reduce,
  $reverseArray: taking(1, 1, ([value], name) => (isNothing(value) ? null : [...arrayFor(value, name)].reverse())),
  $size: taking(1, 1, ([value], name) => arrayFor(value, name).length),
  $slice: taking(2, 3, slice),
  $zip: zip,
})
