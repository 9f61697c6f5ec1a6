import { isPlain, type Document } from './ejson'

/** Fields of a dotted path. */
export const fieldsOf = (path: string): string[] => path.split('.')

const own = (object: Document, field: string): unknown => (Object.hasOwn(object, field) ? object[field] : undefined)

const collect = (value: unknown, fields: readonly string[], at: number, into: unknown[]): void => {
  if (at === fields.length) {
    into.push(value)
    return
  }
  const field = fields[at] as string
  if (Array.isArray(value)) {
    if (/^\d+$/.test(field) && value.length > Number(field)) collect(value[Number(field)], fields, at + 1, into)
    for (const item of value) if (isPlain(item)) collect(item, fields, at, into)
    return
  }
  if (isPlain(value) && Object.hasOwn(value, field)) collect(value[field], fields, at + 1, into)
}

/**
 * Every value a path leads to, as MongoDB walks it: through arrays into each element.
 * An array at the end of the path is one value; a path that leads nowhere gives none.
 */
export const valuesAt = (document: Document, path: string): unknown[] => {
  const found: unknown[] = []
  collect(document, fieldsOf(path), 0, found)
  return found
}

/** The values of a path with arrays at its end opened too: what an index entry or a join sees. */
export const elementsAt = (document: Document, path: string): unknown[] =>
  valuesAt(document, path).flatMap((value) => (Array.isArray(value) ? value : [value]))

/**
 * What an array at the end of a path offers to a test: itself, its elements, or `opened`: each element and then the
 * array, as most query operators see it.
 */
export type Leaf = 'opened' | 'whole' | 'elements'

const someInArray = (
  array: readonly unknown[],
  fields: readonly string[],
  at: number,
  leaf: Leaf,
  test: (value: unknown) => boolean,
): boolean => {
  if (at === fields.length) return (leaf !== 'whole' && array.some(test)) || (leaf !== 'elements' && test(array))
  return array.some((item, index) => {
    if (isPlain(item) && someAt(item, fields, at, leaf, test)) return true
    if (String(index) !== fields[at]) return false
    if (at + 1 === fields.length) return test(item)
    if (Array.isArray(item)) return someInArray(item, fields, at + 1, leaf, test)
    return isPlain(item) && someAt(item, fields, at + 1, leaf, test)
  })
}

/**
 * Whether a query's predicate holds for something a path leads to, walking as MongoDB's matcher does. A gap is
 * tested as undefined, once for every element of an array that lacks the field; elements that are no objects
 * are no gap. A position in an array counts beside a field of that name.
 */
export const someAt = (
  document: Document,
  fields: readonly string[],
  at: number,
  leaf: Leaf,
  test: (value: unknown) => boolean,
): boolean => {
  let value: unknown = document
  for (let i = at; i < fields.length; i++) {
    if (!isPlain(value)) return test(undefined)
    value = own(value, fields[i] as string)
    if (Array.isArray(value)) return someInArray(value, fields, i + 1, leaf, test)
  }
  return test(value)
}

/** What a field path means in an expression: arrays give the array of what their objects have; positions mean nothing. */
export const fieldPathIn = (value: unknown, fields: readonly string[], at = 0): unknown => {
  if (at === fields.length) return value
  if (Array.isArray(value))
    return value.flatMap((item) => {
      const found = isPlain(item) ? fieldPathIn(item, fields, at) : undefined
      return found === undefined ? [] : [found]
    })
  return isPlain(value) ? fieldPathIn(own(value, fields[at] as string), fields, at + 1) : undefined
}

/**
 * A copy with a value put at a path, as a stage that adds fields does it: into every element of an array on the
 * way, over anything else that has no fields. Undefined takes the field away.
 */
export const withValueAt = (target: unknown, fields: readonly string[], value: unknown, at = 0): unknown => {
  if (at === fields.length) return value
  if (Array.isArray(target)) return target.map((item) => withValueAt(item, fields, value, at))
  const field = fields[at] as string
  const copy: Document = isPlain(target) ? { ...target } : {}
  const next = withValueAt(own(copy, field), fields, value, at + 1)
  if (next === undefined) delete copy[field]
  else copy[field] = next
  return copy
}

/** A copy without what a path leads to, in every element of arrays on the way. */
export const withoutValueAt = (target: unknown, fields: readonly string[], at = 0): unknown => {
  if (Array.isArray(target)) return target.map((item) => withoutValueAt(item, fields, at))
  const field = fields[at] as string
  if (!isPlain(target) || !Object.hasOwn(target, field)) return target
  const { [field]: removed, ...rest } = target
  return at + 1 === fields.length ? rest : { ...target, [field]: withoutValueAt(removed, fields, at + 1) }
}
