import type { Condition, ListQuery, Range, Where } from './store'

/** How many rows a list answers at once. */
export const pageSize = 20

type Direction = 'asc' | 'desc'

const decode = (cursor: string): Last | null => {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    return typeof key === 'string' && typeof id === 'string' ? { key, id } : null
  } catch {
    return null
  }
}

/** The last row somebody has: the value it is ordered by, and its id. */
export interface Last {
  key: string
  id: string
}

/** A condition on the field of the order, no wider than it was, that leaves out what comes before a key. */
const narrowed = (condition: Condition | undefined, { key }: Last, direction: Direction): Condition => {
  const range: Range = typeof condition === 'object' && condition !== null && isRange(condition) ? condition : {}
  if (direction === 'asc') return range.after !== undefined && range.after >= key ? range : { ...range, atLeast: key }
  return range.before !== undefined && range.before <= key ? range : { ...range, atMost: key }
}

const isRange = (condition: object): condition is Range => !('in' in condition || 'not' in condition)

/**
 * Continues a list after a row instead of counting rows from the start, so that page 500 costs what page 1 costs and a row that
 * arrives meanwhile moves nothing. Rows with equal keys are ordered by id. The bound stands beside the choice of what lies beyond the
 * row, because an index is entered by a bound and not by a choice.
 */
export const afterRow = (
  where: Where,
  last: Last | null,
  field: string,
  direction: Direction,
): Pick<ListQuery, 'where' | 'orderBy' | 'anyOf'> => {
  const orderBy = [
    [field, direction],
    ['_id', direction],
  ] as const
  if (!last) return { where, orderBy }
  const beyond = (value: string) => (direction === 'asc' ? { after: value } : { before: value })
  return {
    where: { ...where, [field]: narrowed(where[field], last, direction) },
    orderBy,
    anyOf: [{ [field]: beyond(last.key) }, { [field]: last.key, _id: beyond(last.id) }],
  }
}

/** The same after a cursor of {@link nextCursor}; one we did not make starts over. */
export const afterKey = (where: Where, cursor: string | undefined, field: string, direction: Direction) =>
  afterRow(where, cursor ? decode(cursor) : null, field, direction)

/** Where the next page starts, from a list that was asked for one row more than a page; undefined on the last page. */
export const nextCursor = <T extends { _id: string }>(
  found: readonly T[],
  keyOf: (row: T) => string,
): string | undefined => {
  const last = found.length > pageSize ? found[pageSize - 1] : undefined
  return last && Buffer.from(JSON.stringify([keyOf(last), last._id])).toString('base64url')
}
