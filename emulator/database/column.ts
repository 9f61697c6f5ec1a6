import { fieldsOf } from './paths'

const PATH = /^[^.$"'\\\s]+(\.[^.$"'\\\s]+)*$/

/**
 * The value at a path as SQL sees it: strings as text, numbers, booleans as 0 and 1, dates as milliseconds,
 * null and missing as NULL, objects and arrays as their JSON.
 */
export const expressionOf = (path: string): string => {
  const place = placeOf(fieldsOf(path))
  return `coalesce(json_extract(doc, '${place}."$date"'), json_extract(doc, '${place}'))`
}

const placeOf = (fields: readonly string[]): string => `$${fields.map((field) => `."${field}"`).join('')}`

/**
 * For a path nothing is known about: SQL for its value, and for whether SQL cannot judge this document by it,
 * because of an array on the way or a value that is neither plain nor a date; `kind` is what JSON calls the value.
 * Undefined for paths SQL cannot name.
 */
export const strangePath = (path: string): { column: string; unjudged: string; kind: string } | undefined => {
  if (!PATH.test(path)) return undefined
  const fields = fieldsOf(path)
  const place = placeOf(fields)
  const arrays = fields.map((_field, i) => `json_type(doc, '${placeOf(fields.slice(0, i + 1))}') = 'array'`)
  const wrapped = `(json_type(doc, '${place}') = 'object' AND json_type(doc, '${place}."$date"') IS NULL)`
  return {
    column: expressionOf(path),
    unjudged: `${arrays.join(' OR ')} OR ${wrapped}`,
    kind: `json_type(doc, '${place}')`,
  }
}

/** Whether a path can be indexed: plain field names, no positions in arrays. */
export const isIndexable = (path: string): boolean =>
  PATH.test(path) && !fieldsOf(path).some((field) => /^\d+$/.test(field))
