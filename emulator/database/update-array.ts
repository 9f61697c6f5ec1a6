import { invalidParam } from '../errors'
import { compareValues, sortDocuments, type Order } from './compare'
import { isPlain, storedText, type Document } from './ejson'
import { matcherOf } from './match'
import type { Change } from './update'

const arrayAt = (current: unknown, operator: string, path: string): unknown[] => {
  if (current === undefined) return []
  if (!Array.isArray(current)) throw invalidParam(`${operator} needs an array at "${path}"`)
  return [...current]
}

const listed = (operand: unknown): unknown[] =>
  isPlain(operand) && Array.isArray(operand.$each) ? operand.$each : [operand]

const isSame = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0 && storedText([a]) === storedText([b])

const push: Change = (current, operand, path) => {
  const array = arrayAt(current, '$push', path)
  if (!isPlain(operand) || !('$each' in operand)) return [...array, operand]
  const { $each, $position, $slice, $sort, ...unknown } = operand
  const [stranger] = Object.keys(unknown)
  if (stranger) throw invalidParam(`$push does not know ${stranger}`)
  if (!Array.isArray($each)) throw invalidParam('$each of $push takes an array')
  array.splice(typeof $position === 'number' ? $position : array.length, 0, ...$each)
  if ($sort !== undefined) sortArray(array, $sort)
  if (typeof $slice !== 'number') return array
  return $slice < 0 ? array.slice($slice) : array.slice(0, $slice)
}

const sortArray = (array: unknown[], by: unknown): void => {
  if (isPlain(by)) sortDocuments(array, Object.entries(by) as unknown as Order, (item) => (isPlain(item) ? item : {}))
  else array.sort((a, b) => compareValues(a, b) * Number(by))
}

const pull: Change = (current, operand, path) => {
  if (current === undefined) return undefined
  const array = arrayAt(current, '$pull', path)
  const isCondition = isPlain(operand) && Object.keys(operand).some((key) => key.startsWith('$'))
  const matches = isCondition
    ? matcherOf({ item: operand })
    : isPlain(operand)
      ? matcherOf(operand)
      : ({ item }: Document) => (operand instanceof RegExp ? operand.test(String(item)) : isSame(item, operand))
  return array.filter(
    (item) => !(isPlain(operand) && !isCondition ? isPlain(item) && matches(item) : matches({ item })),
  )
}

const pullAll: Change = (current, operand, path) => {
  if (!Array.isArray(operand)) throw invalidParam('$pullAll takes an array')
  if (current === undefined) return undefined
  return arrayAt(current, '$pullAll', path).filter((item) => !operand.some((value) => isSame(item, value)))
}

const addToSet: Change = (current, operand, path) => {
  const array = arrayAt(current, '$addToSet', path)
  for (const value of listed(operand)) if (!array.some((item) => isSame(item, value))) array.push(value)
  return array
}

const pop: Change = (current, operand, path) => {
  if (current === undefined) return undefined
  const array = arrayAt(current, '$pop', path)
  return Number(operand) < 0 ? array.slice(1) : array.slice(0, -1)
}

/** The update operators that change arrays in place. */
export const arrayOperators: Record<string, Change> = {
  $push: push,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
  $pop: pop,
}
