import { invalidParam } from '../errors'
import { compareValues } from './compare'
import { isPlain, type Document } from './ejson'
import { fieldsOf } from './paths'
import { concretePaths } from './position'
import { arrayOperators } from './update-array'

/** Changes the value at one path; undefined means that there is none, before or after. */
export type Change = (current: unknown, operand: unknown, path: string, now: number) => unknown

/** A number, 0 where there is none yet; null is something, and no number. */
const number = (value: unknown, operator: string, path: string): number => {
  if (value === undefined) return 0
  if (typeof value !== 'number') throw invalidParam(`${operator} needs numbers, "${path}" has or gets another value`)
  return value
}

const operators: Record<string, Change> = {
  $set: (_current, operand) => operand,
  $unset: () => undefined,
  $inc: (current, operand, path) => number(current, '$inc', path) + number(operand ?? null, '$inc', path),
  $mul: (current, operand, path) => number(current, '$mul', path) * number(operand ?? null, '$mul', path),
  $min: (current, operand) => (current === undefined || compareValues(operand, current) < 0 ? operand : current),
  $max: (current, operand) => (current === undefined || compareValues(operand, current) > 0 ? operand : current),
  $currentDate: (_current, operand, path, now) => {
    const isDate = operand === true || (isPlain(operand) && operand.$type === 'date')
    if (!isDate) throw invalidParam(`$currentDate of "${path}" takes true or { $type: "date" }`)
    return new Date(now)
  },
  $bit: (current, operand, path) => bitwise(number(current, '$bit', path), operand, path),
  ...arrayOperators,
}

/** Names of all update operators. */
export const knownUpdates = (): string[] => [...Object.keys(operators), '$rename']

/** Bits of whole numbers of up to 53, not only of the 32 JavaScript's own operators see. */
const bitwise = (current: number, operand: unknown, path: string): number => {
  const changes = Object.entries(isPlain(operand) ? operand : {})
  if (changes.length === 0) throw invalidParam(`$bit on "${path}" knows and, or, xor`)
  return changes.reduce((value, [kind, mask]) => {
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(mask))
      throw invalidParam(`$bit on "${path}" needs whole numbers`)
    const [a, b] = [BigInt(value), BigInt(mask as number)]
    if (kind === 'and') return Number(a & b)
    if (kind === 'or') return Number(a | b)
    if (kind === 'xor') return Number(a ^ b)
    throw invalidParam(`$bit on "${path}" knows and, or, xor, not ${kind}`)
  }, current)
}

/**
 * The document after MongoDB's update operators, leaving the given one alone. `query` is what found the document: it
 * decides which element `list.$` means. An operator it does not know, two operators on one path, a path through a
 * value that has no fields: INVALID_PARAM naming it.
 */
export const updated = (document: Document, modifiers: Document, now: number, query: Document = {}): Document => {
  const paths = checkedPaths(modifiers)
  if (paths.some((path) => path === '_id' || path.startsWith('_id.'))) throw invalidParam('_id may not be changed')
  let result = document
  for (const [operator, changes] of Object.entries(modifiers))
    for (const [path, operand] of Object.entries(changes as Document)) {
      if (operator === '$rename') result = renamed(result, path, operand)
      else
        for (const place of concretePaths(document, path, query)) {
          if (TAKING_AWAY.has(operator) && !leads(result, fieldsOf(place))) continue
          const change = (current: unknown): unknown => (operators[operator] as Change)(current, operand, place, now)
          result = changed(result, fieldsOf(place), 0, change, path)
        }
    }
  return result
}

/** Operators that have nothing to do where a path leads nowhere. */
const TAKING_AWAY = new Set(['$unset', '$pull', '$pullAll', '$pop'])

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
    if (field === '' || field === '__proto__' || (field.startsWith('$') && !/^\$(\[\w*\])?$/.test(field)))
      throw invalidParam(`"${path}" is not a field path`)
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
  const items: unknown[] | null = isArray ? [...value] : null
  const copy = (items ?? { ...(value as Document) }) as Document
  const current = Object.hasOwn(copy, field) ? copy[field] : undefined
  const next = at === fields.length - 1 ? change(current) : descend(current, fields, at, change, path)
  if (items && next !== undefined) padTo(items, Number(field))
  if (next !== undefined) copy[field] = next
  else if (items && current !== undefined) copy[field] = null
  else delete copy[field]
  return copy
}

const ARRAY_MAX = 1_500_000

/** Setting beyond the end of an array leaves nulls between. */
const padTo = (array: unknown[], length: number): void => {
  if (length > ARRAY_MAX) throw invalidParam(`the position ${length} is too far out for an array`)
  while (array.length < length) array.push(null)
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

const renamed = (document: Document, from: string, to: unknown): Document => {
  if (typeof to !== 'string') throw invalidParam(`$rename of "${from}" takes the new name as a string`)
  if (from.includes('$') || to.includes('$')) throw invalidParam(`$rename of "${from}" takes no positions`)
  let moved: unknown
  const take = (current: unknown): undefined => void (moved = current)
  if (!leads(document, fieldsOf(from))) return document
  if (/(^|\.)\d+(\.|$)/.test(`${from}|${to}`)) throw invalidParam(`$rename of "${from}" does not go into arrays`)
  const without = changed(document, fieldsOf(from), 0, take, from)
  return moved === undefined ? document : changed(without, fieldsOf(to), 0, () => moved, to)
}

/** Whether a path leads to something, positions in arrays included. */
const leads = (document: Document, fields: readonly string[]): boolean => {
  let value: unknown = document
  for (const field of fields) {
    if (!(isPlain(value) || Array.isArray(value)) || !Object.hasOwn(value, field)) return false
    value = (value as Document)[field]
  }
  return true
}
