import type { Where } from './store'

/** How many rows a list answers at once. */
export const pageSize = 20

type Direction = 'asc' | 'desc'

const decode = (cursor: string): { key: string; id: string } | null => {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    return typeof key === 'string' && typeof id === 'string' ? { key, id } : null
  } catch {
    return null
  }
}

/**
 * Continues a list after a key instead of counting rows from the start, so that page 500 costs what page 1 costs and a
 * row that arrives meanwhile moves nothing. Rows with equal keys are ordered by id. A cursor we did not make starts over.
 */
export const afterKey = (
  cursor: string | undefined,
  field: string,
  direction: Direction,
): { orderBy: readonly (readonly [string, Direction])[]; anyOf?: readonly Where[] } => {
  const orderBy = [
    [field, direction],
    ['_id', direction],
  ] as const
  const last = cursor ? decode(cursor) : null
  if (!last) return { orderBy }
  const beyond = (value: string) => (direction === 'asc' ? { after: value } : { before: value })
  return { orderBy, anyOf: [{ [field]: beyond(last.key) }, { [field]: last.key, _id: beyond(last.id) }] }
}

/** Where the next page starts, from a list that was asked for one row more than a page; undefined on the last page. */
export const nextCursor = <T extends { _id: string }>(
  found: readonly T[],
  keyOf: (row: T) => string,
): string | undefined => {
  const last = found.length > pageSize ? found[pageSize - 1] : undefined
  return last && Buffer.from(JSON.stringify([keyOf(last), last._id])).toString('base64url')
}
