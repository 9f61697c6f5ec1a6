import { isPlain, type Document } from './ejson'
import { isIrregular, isOnly, Shape } from './shapes'
import type { Param } from './sql'
import { strangePath } from './column'
import { keyOf, type Table } from './table'

/**
 * A condition in SQL that every matching document meets. `exact` says that nothing else meets it either, so
 * that SQL alone may count, order and limit; otherwise the real matcher has the last word on each row.
 */
export interface Narrowing {
  readonly sql: string
  readonly params: readonly Param[]
  readonly exact: boolean
}

const EVERYTHING: Narrowing = { sql: '1', params: [], exact: false }
const LISTED_MAX = 1000
const SEARCHED_MAX = 20

const isEverything = (narrowing: Narrowing): boolean => narrowing.sql === '1'

/** What SQL may decide about a query on a table, from what its indexed paths are known to hold. */
export const narrow = (query: Document, table: Table): Narrowing =>
  allOf(Object.entries(query).map(([key, value]) => condition(key, value, table)))

const allOf = (parts: readonly Narrowing[]): Narrowing => {
  const telling = parts.filter((part) => !isEverything(part))
  return {
    sql: telling.map((part) => `(${part.sql})`).join(' AND ') || '1',
    params: telling.flatMap((part) => part.params),
    exact: parts.every((part) => part.exact),
  }
}

const anyOf = (parts: readonly Narrowing[]): Narrowing => {
  if (parts.length === 0 || parts.some(isEverything)) return EVERYTHING
  return {
    sql: parts.map((part) => `(${part.sql})`).join(' OR '),
    params: parts.flatMap((part) => part.params),
    exact: parts.every((part) => part.exact),
  }
}

const noneOf = (part: Narrowing): Narrowing =>
  part.exact && !isEverything(part) ? { sql: `(${part.sql}) IS NOT 1`, params: part.params, exact: true } : EVERYTHING

const condition = (key: string, value: unknown, table: Table): Narrowing => {
  if (key === '$and' && Array.isArray(value) && value.length > 0)
    return allOf(value.map((part) => narrow(part as Document, table)))
  if (key === '$or' && Array.isArray(value)) return anyOf(value.map((part) => narrow(part as Document, table)))
  if (key === '$nor' && Array.isArray(value)) return noneOf(anyOf(value.map((part) => narrow(part as Document, table))))
  if (key.startsWith('$')) return EVERYTHING
  if (!isPlain(value) || !Object.keys(value).some((name) => name.startsWith('$'))) return equal(key, value, table)
  return allOf(Object.entries(value).map(([operator, operand]) => operation(key, operator, operand, table)))
}

const operation = (path: string, operator: string, operand: unknown, table: Table): Narrowing => {
  switch (operator) {
    case '$eq':
      return equal(path, operand, table)
    case '$ne':
      return noneOf(equal(path, operand, table))
    case '$in':
      return Array.isArray(operand) ? oneOf(path, operand, table) : EVERYTHING
    case '$nin':
      return Array.isArray(operand) ? noneOf(oneOf(path, operand, table)) : EVERYTHING
    case '$gt':
      return range(path, '>', operand, table)
    case '$gte':
      return range(path, '>=', operand, table)
    case '$lt':
      return range(path, '<', operand, table)
    case '$lte':
      return range(path, '<=', operand, table)
    default:
      return EVERYTHING
  }
}

/** Strings that SQL and JavaScript order and compare alike: no NUL, nothing at or above the surrogates. */
const isComparable = (value: string): boolean => !/[\u0000\ud800-\uffff]/.test(value)

const equal = (path: string, value: unknown, table: Table): Narrowing => {
  if (path === '_id' && value !== null && typeof value !== 'object') return sameId(value)
  const column = table.column(path)
  const shape = table.shape(path)
  if (!column || isIrregular(shape))
    return typeof value === 'string' ? searched(value) : judged(path, (known) => equalIn(known, 0xff, value))
  return equalIn(column, shape, value)
}

const equalIn = (column: string, shape: number, value: unknown): Narrowing => {
  // A bound null, because to the engine's planner `IS NULL` narrows less than any other value does.
  if (value === null || value === undefined) return { sql: `${column} IS ?`, params: [null], exact: value === null }
  if (typeof value === 'string')
    return isComparable(value)
      ? { sql: `${column} = ?`, params: [value], exact: (shape & Shape.object) === 0 }
      : searched(value)
  if (typeof value === 'boolean')
    return { sql: `${column} = ?`, params: [Number(value)], exact: (shape & (Shape.number | Shape.date)) === 0 }
  if (value instanceof Date) return sameNumber(column, value.getTime(), (shape & (Shape.number | Shape.boolean)) === 0)
  if (typeof value === 'number') return sameNumber(column, value, (shape & (Shape.boolean | Shape.date)) === 0)
  return EVERYTHING
}

const sameId = (id: unknown): Narrowing => ({ sql: '_id = ?', params: [keyOf(id)], exact: true })

const sameNumber = (column: string, value: number, exact: boolean): Narrowing => {
  if (Number.isSafeInteger(value)) return { sql: `${column} = ?`, params: [value], exact }
  if (!isSmall(value)) return EVERYTHING
  const slack = slackOf(value)
  return { sql: `${column} BETWEEN ? AND ?`, params: [value - slack, value + slack], exact: false }
}

const isSmall = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER

/** SQL may read a fraction's digits a hair differently from JavaScript. */
const slackOf = (value: number): number => (Number.isInteger(value) ? 0 : Math.max(Math.abs(value) * 1e-12, 1e-300))

/** A document equal to a string somewhere holds that string in its text: true for arrays and unknown paths too. */
const searched = (value: unknown): Narrowing =>
  typeof value === 'string' && isComparable(value)
    ? { sql: 'instr(doc, ?)', params: [JSON.stringify(value)], exact: false }
    : EVERYTHING

/** A condition on a path SQL cannot trust: it decides about documents it can judge, and lets the others pass. */
const judged = (path: string, conditionIn: (column: string) => Narrowing): Narrowing => {
  const strange = strangePath(path)
  const decided = strange && conditionIn(strange.column)
  if (!decided || isEverything(decided)) return EVERYTHING
  return { sql: `(${decided.sql}) OR ${strange.unjudged}`, params: decided.params, exact: false }
}

const oneOf = (path: string, values: readonly unknown[], table: Table): Narrowing => {
  if (values.length === 0) return { sql: '0', params: [], exact: true }
  if (values.length > LISTED_MAX) return EVERYTHING
  const parts = values.map((value) => (value instanceof RegExp ? EVERYTHING : equal(path, value, table)))
  const first = parts[0] as Narrowing
  const listable =
    parts.every((part) => part.sql === first.sql && part.params.length === 1) && first.sql.endsWith(' = ?')
  if (!listable) return parts.length > SEARCHED_MAX ? EVERYTHING : anyOf(parts)
  return {
    sql: first.sql.replace(/ = \?$/, ` IN (${parts.map(() => '?').join(', ')})`),
    params: parts.flatMap((part) => part.params),
    exact: parts.every((part) => part.exact),
  }
}

type Comparison = '>' | '>=' | '<' | '<='

const range = (path: string, comparison: Comparison, bound: unknown, table: Table): Narrowing => {
  const column = table.column(path)
  const shape = table.shape(path)
  if (column && !isIrregular(shape)) return rangeIn(column, shape, comparison, bound)
  return typeof bound === 'string' ? EVERYTHING : judged(path, (known) => rangeIn(known, 0xff, comparison, bound))
}

const rangeIn = (column: string, shape: number, comparison: Comparison, bound: unknown): Narrowing => {
  const rising = comparison.startsWith('>')
  if (typeof bound === 'string' && isComparable(bound)) {
    const floor = rising ? '' : ` AND ${column} >= ''`
    return { sql: `${column} ${comparison} ?${floor}`, params: [bound], exact: (shape & Shape.object) === 0 }
  }
  const isDate = bound instanceof Date
  const number = isDate ? bound.getTime() : bound
  if (typeof number !== 'number' || !isSmall(number)) return EVERYTHING
  const ceiling = rising ? ` AND ${column} < ''` : ''
  const slack = slackOf(number)
  return {
    sql: `${column} ${slack ? `${comparison[0]}=` : comparison} ?${ceiling}`,
    params: [rising ? number - slack : number + slack],
    exact: slack === 0 && isOnly(shape & ~(Shape.string | Shape.object), isDate ? Shape.date : Shape.number),
  }
}
