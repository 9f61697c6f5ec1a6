import { invalidParam } from '../errors'
import { compareValues } from './compare'
import { isPlain, type Document } from './ejson'
import { fieldsOf } from './paths'
import { arrayOperators } from './update-array'

/** Changes the value at one path; undefined means that there is none, before or after. */
export type Change = (current: unknown, operand: unknown, path: string, now: number) => unknown

const number = (value: unknown, operator: string, path: string): number => {
  if (typeof value !== 'number') throw invalidParam(`${operator} needs numbers, "${path}" has or gets another value`)
  return value
}

const operators: Record<string, Change> = {
  $set: (_current, operand) => operand,
  $unset: () => undefined,
  $inc: (current, operand, path) => number(current ?? 0, '$inc', path) + number(operand, '$inc', path),
  $mul: (current, operand, path) => number(current ?? 0, '$mul', path) * number(operand, '$mul', path),
  $min: (current, operand) => (current === undefined || compareValues(operand, current) < 0 ? operand : current),
  $max: (current, operand) => (current === undefined || compareValues(operand, current) > 0 ? operand : current),
  $currentDate: (_current, _operand, _path, now) => new Date(now),
  $bit: (current, operand, path) => bitwise(number(current ?? 0, '$bit', path), operand, path),
  ...arrayOperators,
}

const bitwise = (current: number, operand: unknown, path: string): number => {
  const [[kind, mask] = ['', 0]] = Object.entries((operand ?? {}) as Record<string, number>)
  if (kind === 'and') return current & mask
  if (kind === 'or') return current | mask
  if (kind === 'xor') return current ^ mask
  throw invalidParam(`$bit on "${path}" knows and, or, xor`)
}

/**
 * The document after MongoDB's update operators, leaving the given one alone. An operator it does not know, a
 * positional `$`, two operators on one path, a path through a value that has no fields: INVALID_PARAM naming it.
 */
export const updated = (document: Document, modifiers: Document, now: number): Document => {
  const paths = checkedPaths(modifiers)
  if (paths.some((path) => path === '_id' || path.startsWith('_id.'))) throw invalidParam('_id may not be changed')
  let result = document
  for (const [operator, changes] of Object.entries(modifiers))
    for (const [path, operand] of Object.entries(changes as Document))
      result =
        operator === '$rename'
          ? renamed(result, path, String(operand))
          : changed(
              result,
              fieldsOf(path),
              0,
              (current) => (operators[operator] as Change)(current, operand, path, now),
              path,
            )
  return result
}

const checkedPaths = (modifiers: Document): string[] => {
  const paths: string[] = []
  for (const [operator, changes] of Object.entries(modifiers)) {
    if (operator !== '$rename' && !Object.hasOwn(operators, operator))
      throw invalidParam(`unknown update operator ${operator}`)
    if (!isPlain(changes)) throw invalidParam(`${operator} takes an object of fields`)
    paths.push(...Object.keys(changes), ...(operator === '$rename' ? Object.values(changes).map(String) : []))
  }
  if (paths.length === 0) throw invalidParam('the update is empty')
  for (const path of paths) checkPath(path)
  const sorted = [...paths].sort()
  for (let i = 1; i < sorted.length; i++)
    if (sorted[i] === sorted[i - 1] || sorted[i]?.startsWith(`${sorted[i - 1]}.`))
      throw invalidParam(`updating "${sorted[i]}" would conflict at "${sorted[i - 1]}"`)
  return paths
}

const checkPath = (path: string): void => {
  for (const field of fieldsOf(path)) {
    if (field === '' || field === '__proto__') throw invalidParam(`"${path}" is not a field path`)
    if (field.startsWith('$')) throw invalidParam(`the positional operator in "${path}" is not supported`)
  }
}

const changed = (
  value: unknown,
  fields: readonly string[],
  at: number,
  change: (current: unknown) => unknown,
  path: string,
): Document => {
  const field = fields[at] as string
  const isArray = Array.isArray(value)
  if (!isArray && !isPlain(value))
    throw invalidParam(`cannot create field "${field}" of "${path}" in a value without fields`)
  if (isArray && !/^\d+$/.test(field)) throw invalidParam(`cannot create field "${field}" of "${path}" in an array`)
  const copy = (isArray ? [...value] : { ...value }) as Document
  const current = Object.hasOwn(copy, field) ? copy[field] : undefined
  const next = at === fields.length - 1 ? change(current) : descend(current, fields, at, change, path)
  if (next !== undefined) copy[field] = next
  else if (isArray && current !== undefined) copy[field] = null
  else delete copy[field]
  return copy
}

const descend = (
  current: unknown,
  fields: readonly string[],
  at: number,
  change: (current: unknown) => unknown,
  path: string,
): unknown => {
  if (current !== undefined) return changed(current, fields, at + 1, change, path)
  const created = changed({}, fields, at + 1, change, path)
  return Object.keys(created).length ? created : undefined
}

const renamed = (document: Document, from: string, to: string): Document => {
  let moved: unknown
  const without = changed(document, fieldsOf(from), 0, (current) => void (moved = current), from)
  return moved === undefined ? document : changed(without, fieldsOf(to), 0, () => moved, to)
}
