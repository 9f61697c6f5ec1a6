import type { Order } from './compare'
import { isPlain, type Document } from './ejson'
import type { Table } from './table'

const ROWS = 10_000

/** Paths a query asks about at its top, and inside `$and`; what is inside `$or` is looked up branch by branch. */
const pathsOf = (query: Document): string[] =>
  Object.entries(query).flatMap(([key, value]) => {
    if (key === '$and' && Array.isArray(value)) return value.flatMap((part) => (isPlain(part) ? pathsOf(part) : []))
    return key.startsWith('$') ? [] : [key]
  })

/** Paths asked for by one value: these come first in an index, what is compared or ordered comes after. */
const isExact = (query: Document, path: string): boolean => {
  const value = query[path]
  return !isPlain(value) || '$eq' in value || '$in' in value
}

/**
 * Says once for each shape of query that it reads a whole collection of 10,000 documents or more because no index begins with
 * a field it asks for, and which index would help. The cloud answers such a query here in the wink that CloudBase does not.
 */
export const warnUnindexed = (table: Table, query: Document, order: Order = []): void => {
  const all = pathsOf(query)
  if (table.leadsWith(all)) return
  const paths = [...new Set(all)]
  const ordered = order.map(([path]) => path)
  const fields = [...new Set([...paths, ...ordered])]
  if (fields.length === 0 || (paths.length === 0 && table.leadsWith(ordered))) return
  table.sayOnce([...fields].sort().join(' '), () => {
    if (!table.isLargerThan(ROWS - 1)) return undefined
    const wanted = [...new Set([...paths.filter((path) => isExact(query, path)), ...ordered, ...fields])]
    const directions = new Map(order)
    const index = wanted.map((path) => `['${path}', ${directions.get(path) ?? 1}]`).join(', ')
    return `集合 ${table.name} 有一万条以上的文档，按 ${fields.join('、')} 查找没有索引可用；请声明索引：{ name: '${nameOf(wanted)}', fields: [${index}] }`
  })
}

const nameOf = (fields: readonly string[]): string =>
  `by${fields.map((path) => path.replace(/(^|\.)(.)/g, (_, _dot, letter: string) => letter.toUpperCase())).join('')}`.slice(
    0,
    60,
  )
