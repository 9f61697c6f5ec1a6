import { isPlain, type Document } from './ejson'
import type { Order } from './compare'
import type { Table } from './table'

/** More branches than this are not read side by side; MongoDB draws the line at twice as many. */
const BRANCHES_MAX = 100

/** A query as parts that all must hold, each of one key. */
const partsOf = (query: Document): Document[] =>
  Object.entries(query).flatMap(([key, value]) =>
    key === '$and' && Array.isArray(value)
      ? value.flatMap((part) => (isPlain(part) ? partsOf(part) : [{ [key]: [part] }]))
      : [{ [key]: value }],
  )

const pathOf = (part: Document): string => Object.keys(part)[0] ?? ''

/** The values a part lists for its path, each once: one for equality, several for `$in`; undefined for any other condition. */
const listedIn = (part: Document): readonly unknown[] | undefined => {
  const path = pathOf(part)
  const value = part[path]
  if (path.startsWith('$')) return undefined
  if (!isPlain(value)) return [value]
  const [[operator, operand] = ['', undefined], ...more] = Object.entries(value)
  if (more.length > 0) return undefined
  if (operator === '$eq') return [operand]
  const isPlainList = Array.isArray(operand) && !operand.some((one) => typeof one === 'object' && one !== null)
  return operator === '$in' && isPlainList ? [...new Set(operand)] : undefined
}

const listedBy = (parts: readonly Document[]): Map<string, readonly unknown[]> =>
  new Map(
    parts.flatMap((part) => {
      const values = listedIn(part)
      return values ? [[pathOf(part), values] as const] : []
    }),
  )

/** The alternatives of an `$or` that says in each of them where an index is entered. */
const choiceIn = (part: Document, table: Table): Document[] | undefined => {
  const choice = part.$or
  if (!Array.isArray(choice) || choice.length === 0 || !choice.every(isPlain)) return undefined
  return choice.every((one) => table.leadsWith([...listedBy(partsOf(one)).keys()])) ? choice : undefined
}

/** Every part but choices, once for each of their alternatives; what an earlier alternative has is left to that one. */
const chosen = (parts: readonly Document[], table: Table): Document[][] =>
  parts.reduce<Document[][]>(
    (branches, part) => {
      const choice = choiceIn(part, table)
      if (!choice) return branches.map((branch) => [...branch, part])
      const alternatives = choice.map((one, at) => [
        ...partsOf(one),
        ...(at > 0 ? [{ $nor: choice.slice(0, at) }] : []),
      ])
      return branches.flatMap((branch) => alternatives.map((alternative) => [...branch, ...alternative]))
    },
    [[]],
  )

/** A branch once for every value of the listed fields among these, so that each is asked for by one value. */
const spread = (parts: readonly Document[], fields: readonly string[]): Document[][] =>
  parts.reduce<Document[][]>(
    (branches, part) => {
      const values = fields.includes(pathOf(part)) ? listedIn(part) : undefined
      if (!values || values.length === 1) return branches.map((branch) => [...branch, part])
      return branches.flatMap((branch) => values.map((value) => [...branch, { [pathOf(part)]: value }]))
    },
    [[]],
  )

/**
 * A query as branches that have no document in common, each of which an index reads in the order that is asked for: then as many as are
 * wanted are read from each and merged, as MongoDB does, instead of everything that matches being sorted. undefined where one index reads
 * the whole query in its order and none reads it closer by branches, or where none does.
 */
export const orderedBranches = (table: Table, query: Document, order: Order): Document[] | undefined => {
  const parts = partsOf(query)
  const single = [...listedBy(parts)].flatMap(([path, values]) => (values.length === 1 ? [path] : []))
  if (order.length === 0) return undefined
  const least = table.prefixesBefore(single, order)[0]?.length ?? -1
  const choices = chosen(parts, table).map((branch) => ({
    branch,
    prefixes: table.prefixesBefore([...listedBy(branch).keys()], order),
  }))
  const lengths = [...new Set(choices.flatMap(({ prefixes }) => prefixes.map(({ length }) => length)))]
  for (const length of lengths.sort((a, b) => b - a)) {
    if (length <= least) return undefined
    const branches = choices.map(({ branch, prefixes }) => {
      const prefix = prefixes.find((one) => one.length <= length)
      return prefix && spread(branch, prefix)
    })
    const read = branches.flatMap((some) => some ?? []).map(($and) => ({ $and }))
    if (branches.includes(undefined)) return undefined
    if (read.length <= BRANCHES_MAX) return read.length > 1 ? read : undefined
  }
  return undefined
}
