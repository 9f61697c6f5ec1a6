import { isPlain, type Document } from './ejson'

/** Fields of a dotted path. */
export const fieldsOf = (path: string): string[] => path.split('.')

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
