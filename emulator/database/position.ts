import { invalidParam } from '../errors'
import { isPlain, type Document } from './ejson'
import { matcherOf } from './match'
import { fieldsOf } from './paths'

/** Conditions that say nothing about one element of an array. */
const ABOUT_NO_ELEMENT = ['$ne', '$nin', '$not', '$size', '$exists']

const conditionsOf = (query: Document): [string, unknown][] =>
  Object.entries(query).flatMap(([key, value]): [string, unknown][] => {
    if ((key === '$and' || key === '$or') && Array.isArray(value))
      return value.flatMap((part) => conditionsOf(part as Document))
    return key.startsWith('$') ? [] : [[key, value]]
  })

const isAboutElements = (condition: unknown): boolean =>
  !isPlain(condition) || !Object.keys(condition).some((key) => ABOUT_NO_ELEMENT.includes(key))

/** The first element of an array that a query's conditions on that array hold for; undefined if there is none. */
const positionIn = (array: readonly unknown[], path: string, query: Document): number | undefined => {
  const tests = conditionsOf(query).flatMap(([key, condition]) => {
    if ((key !== path && !key.startsWith(`${path}.`)) || !isAboutElements(condition)) return []
    return [matcherOf({ [`x${key.slice(path.length)}`]: condition })]
  })
  if (tests.length === 0) return undefined
  const holding = (wanted: typeof tests): number =>
    array.findIndex((item) => wanted.every((matches) => matches({ x: [item] })))
  const at = holding(tests)
  const any = at < 0 ? holding(tests.slice(0, 1)) : at
  return any < 0 ? undefined : any
}

const valueAlong = (document: Document, fields: readonly string[]): unknown => {
  let value: unknown = document
  for (const field of fields)
    value =
      (isPlain(value) || Array.isArray(value)) && Object.hasOwn(value, field) ? (value as Document)[field] : undefined
  return value
}

/**
 * The paths a path with `$` (the element the query matched) or `$[]` (every element) means in one document.
 * Throws INVALID_PARAM where the query matched no element, where there is no array, and for `$[name]`, whose
 * filters the SDK cannot send.
 */
export const concretePaths = (document: Document, path: string, query: Document): string[] => {
  const fields = fieldsOf(path)
  const at = fields.findIndex((field) => field.startsWith('$'))
  if (at < 0) return [path]
  const before = fields.slice(0, at)
  const operator = fields[at] as string
  if (at === 0 || (operator !== '$' && operator !== '$[]'))
    throw invalidParam(`the positional operator ${operator} in "${path}" is not supported`)
  const array = valueAlong(document, before)
  if (operator === '$') {
    const position = Array.isArray(array) ? positionIn(array, namesOf(before), query) : undefined
    if (position === undefined)
      throw invalidParam(`the positional operator did not find the match needed from the query, for "${path}"`)
    return concretePaths(document, [...before, String(position), ...fields.slice(at + 1)].join('.'), query)
  }
  if (!Array.isArray(array)) throw invalidParam(`${operator} in "${path}" needs an array`)
  return array.flatMap((_item, i) =>
    concretePaths(document, [...before, String(i), ...fields.slice(at + 1)].join('.'), query),
  )
}

/** A path as a query would write it, without positions. */
const namesOf = (fields: readonly string[]): string => fields.filter((field) => !/^\d+$/.test(field)).join('.')
