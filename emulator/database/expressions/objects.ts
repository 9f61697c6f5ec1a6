import { invalidParam } from '../../errors'
import { compareValues, isSame } from '../compare'
import { isPlain, type Document } from '../ejson'
import { arrayFor, isNothing, isTrue, misfit, register, taking } from './expression'

/** Objects merged from left to right; null and missing add nothing. */
export const mergedObjects = (values: readonly unknown[], name: string): Document => {
  const merged: Document = {}
  for (const value of values)
    if (isPlain(value)) Object.assign(merged, value)
    else if (!isNothing(value)) misfit(name, 'objects', value)
  return merged
}

/** The distinct values of a list, in MongoDB's order of values. */
export const distinct = (values: readonly unknown[]): unknown[] =>
  [...values].sort(compareValues).filter((value, at, sorted) => at === 0 || !isSame(value, sorted[at - 1]))

const has = (set: readonly unknown[], value: unknown): boolean => set.some((item) => isSame(item, value))

const isSubset = (part: readonly unknown[], whole: readonly unknown[]): boolean =>
  part.every((value) => has(whole, value))

const ofArrays =
  (work: (arrays: unknown[][], name: string) => unknown) =>
  (values: unknown[], name: string): unknown =>
    values.some(isNothing)
      ? null
      : work(
          values.map((value) => arrayFor(value, name)),
          name,
        )

const strictly =
  (work: (arrays: unknown[][]) => unknown) =>
  (values: unknown[], name: string): unknown =>
    work(values.map((value) => arrayFor(value, name)))

register({
  $mergeObjects: taking(0, Infinity, (values, name) =>
    mergedObjects(values.length === 1 && Array.isArray(values[0]) ? values[0] : values, name),
  ),
  $objectToArray: taking(1, 1, ([value], name) => {
    if (isNothing(value)) return null
    return isPlain(value) ? Object.entries(value).map(([k, v]) => ({ k, v })) : misfit(name, 'an object', value)
  }),
  $allElementsTrue: taking(1, 1, ([value], name) => arrayFor(value, name).every(isTrue)),
  $anyElementTrue: taking(1, 1, ([value], name) => arrayFor(value, name).some(isTrue)),
  $setDifference: taking(
    2,
    2,
    ofArrays(([first = [], second = []]) =>
      first.filter((value, at) => !has(second, value) && !has(first.slice(0, at), value)),
    ),
  ),
  $setEquals: taking(
    2,
    Infinity,
    strictly(([first = [], ...others]) => others.every((other) => isSubset(first, other) && isSubset(other, first))),
  ),
  $setIntersection: taking(
    0,
    Infinity,
    ofArrays(([first = [], ...others]) =>
      distinct(first.filter((value) => others.every((other) => has(other, value)))),
    ),
  ),
  $setIsSubset: taking(
    2,
    2,
    strictly(([part = [], whole = []]) => isSubset(part, whole)),
  ),
  $setUnion: taking(
    0,
    Infinity,
    ofArrays((arrays) => distinct(arrays.flat())),
  ),
  $meta: (argument) => {
    throw invalidParam(`$meta ${JSON.stringify(argument)} is not supported: this cloud has no text search`)
  },
})
