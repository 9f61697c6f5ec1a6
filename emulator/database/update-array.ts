import { invalidParam } from '../errors'
import { compareValues, isSame, sortDocuments } from './compare'
import { isPlain, type Document } from './ejson'
import { matcherOf } from './match'
import { orderOf } from './stages/stage'
import type { Change } from './update'

const arrayAt = (current: unknown, operator: string, path: string): unknown[] => {
  if (current === undefined) return []
  if (!Array.isArray(current)) throw invalidParam(`${operator} needs an array at "${path}"`)
  return [...current]
}

const listed = (operand: unknown): unknown[] =>
  isPlain(operand) && Array.isArray(operand.$each) ? operand.$each : [operand]

const push: Change = (current, operand, path) => {
  const array = arrayAt(current, '$push', path)
  if (!isPlain(operand) || !('$each' in operand)) return [...array, operand]
  const { $each, $position, $slice, $sort, ...unknown } = operand
  const [stranger] = Object.keys(unknown)
  if (stranger) throw invalidParam(`$push does not know ${stranger}`)
  if (!Array.isArray($each)) throw invalidParam('$each of $push takes an array')
  array.splice($position === undefined ? array.length : whole($position, '$position', path), 0, ...$each)
  if ($sort !== undefined) sortArray(array, $sort)
  if ($slice === undefined) return array
  const count = whole($slice, '$slice', path)
  return count < 0 ? array.slice(count) : array.slice(0, count)
}

const whole = (value: unknown, what: string, path: string): number => {
  if (!Number.isInteger(value)) throw invalidParam(`${what} of $push at "${path}" is a whole number`)
  return value as number
}

const sortArray = (array: unknown[], by: unknown): void => {
  if (isPlain(by)) sortDocuments(array, orderOf(by), (item) => (isPlain(item) ? item : {}))
  else if (by === 1 || by === -1) array.sort((a, b) => compareValues(a, b) * by)
  else throw invalidParam('$sort of $push takes 1, -1 or fields with 1 or -1')
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
  if (operand !== 1 && operand !== -1) throw invalidParam(`$pop at "${path}" takes 1 or -1`)
  return operand < 0 ? array.slice(1) : array.slice(0, -1)
}

/** The update operators that change arrays in place. */
export const arrayOperators: Record<string, Change> = {
  $push: push,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
  $pop: pop,
}
