import { isPlain, type Document } from './ejson'
import { narrow } from './narrow'
import { isOnly, isIrregular, Shape, sortsInSql } from './shapes'
import type { Table } from './table'

/** How a value that SQL answered becomes what the document held; `undefined` says that SQL cannot be trusted with it. */
type Reader = (answer: unknown) => unknown

/** Columns to ask for, and how one value of the result is made of their answers. */
interface Part {
  readonly columns: readonly string[]
  readonly read: (answers: readonly unknown[]) => unknown
}

class NotExact extends Error {}

const whole = (answer: unknown): number | null => {
  if (answer === null) return null
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) throw new NotExact()
  return answer
}

/** What SQL's view of a path with only one kind of value was, in the document. */
const readerOf = (shape: number): Reader | undefined => {
  if (!sortsInSql(shape)) return undefined
  if (isOnly(shape, Shape.string)) return (answer) => answer
  if (isOnly(shape, Shape.number)) return whole
  if (isOnly(shape, Shape.boolean)) return (answer) => (answer === null ? null : answer === 1)
  return (answer) => (answer === null ? null : new Date(answer as number))
}

const pathOf = (expression: unknown): string | undefined =>
  typeof expression === 'string' && /^\$[^$]/.test(expression) ? expression.slice(1) : undefined

const plainColumn = (table: Table, expression: unknown): { column: string; shape: number } | undefined => {
  const path = pathOf(expression)
  const column = path === undefined ? undefined : table.column(path)
  return path !== undefined && column !== undefined ? { column, shape: table.shape(path) } : undefined
}

/** One key of the groups. A number that is no integer is read by SQL a hair differently, so it ends the attempt. */
const keyPart = (table: Table, expression: unknown): Part | undefined => {
  const found = plainColumn(table, expression)
  const read = found && readerOf(found.shape)
  return found && read && { columns: [found.column], read: ([answer]) => read(answer) }
}

const keyOf = (table: Table, expression: unknown): Part | undefined => {
  if (expression === null) return { columns: [], read: () => null }
  if (!isPlain(expression)) return keyPart(table, expression)
  const names = Object.keys(expression)
  const parts = names.map((name) => keyPart(table, expression[name]))
  // A field that is missing leaves the key without it, while null stays: SQL cannot tell them apart.
  const hasGaps = names.some((name) => ((plainColumn(table, expression[name])?.shape ?? 0xff) & Shape.missing) !== 0)
  if (names.length === 0 || names.some((name) => /[.$]/.test(name)) || hasGaps || parts.includes(undefined))
    return undefined
  return {
    columns: (parts as Part[]).flatMap(({ columns }) => columns),
    read: (answers) => Object.fromEntries(names.map((name, at) => [name, (parts as Part[])[at]!.read([answers[at]])])),
  }
}

const numbersOf = (table: Table, expression: unknown): string | undefined => {
  const found = plainColumn(table, expression)
  const taken = Shape.boolean | Shape.date
  return found && !isIrregular(found.shape) && (found.shape & taken) === 0 ? found.column : undefined
}

/** A sum that is exact: of integers only, and small enough for JavaScript. */
const sumColumns = (column: string): string[] => [
  `sum(CASE typeof(${column}) WHEN 'integer' THEN ${column} END)`,
  `max(typeof(${column}) = 'real')`,
  `count(CASE typeof(${column}) WHEN 'integer' THEN 1 END)`,
]

const sumOf = ([sum, hasFractions]: readonly unknown[]): number => {
  if (hasFractions === 1) throw new NotExact()
  return whole(sum) ?? 0
}

const accumulator = (table: Table, operator: string, operand: unknown): Part | undefined => {
  if ((operator === '$sum' && Number.isSafeInteger(operand)) || (operator === '$count' && isEmpty(operand))) {
    const each = operator === '$sum' ? (operand as number) : 1
    return { columns: ['count(*)'], read: ([count]) => whole((count as number) * each) }
  }
  if (operator === '$sum' || operator === '$avg') {
    const column = numbersOf(table, operand)
    if (column === undefined) return undefined
    const read: Part['read'] =
      operator === '$sum' ? sumOf : (answers) => (answers[2] === 0 ? null : sumOf(answers) / (answers[2] as number))
    return { columns: sumColumns(column), read }
  }
  if (operator === '$min' || operator === '$max') {
    const found = plainColumn(table, operand)
    const read = found && readerOf(found.shape)
    return found && read && { columns: [`${operator.slice(1)}(${found.column})`], read: ([answer]) => read(answer) }
  }
  return undefined
}

const isEmpty = (value: unknown): boolean => isPlain(value) && Object.keys(value).length === 0

const accumulatorOf = (table: Table, spec: unknown): Part | undefined => {
  if (!isPlain(spec)) return undefined
  const [[operator, operand] = ['', undefined], ...more] = Object.entries(spec)
  return more.length === 0 ? accumulator(table, operator, operand) : undefined
}

/**
 * The documents of a `$group` over everything that matches, made by SQL alone, in the order in which each group's first
 * document was stored; undefined where SQL would not mean exactly the same. A million documents never leave the database.
 */
export const groupInSql = (table: Table, query: Document, spec: unknown): Document[] | undefined => {
  const narrowing = narrow(query, table)
  if (!narrowing.exact || !isPlain(spec) || !('_id' in spec)) return undefined
  const { _id, ...accumulators } = spec
  const names = Object.keys(accumulators)
  const key = keyOf(table, _id)
  const parts = names.map((name) => (/[.$]/.test(name) ? undefined : accumulatorOf(table, accumulators[name])))
  if (!key || parts.includes(undefined)) return undefined
  const asked = [key, ...(parts as Part[])]
  try {
    return table
      .group(
        narrowing.sql,
        narrowing.params,
        key.columns,
        (parts as Part[]).flatMap(({ columns }) => columns),
      )
      .map((row) => {
        let at = 0
        const values = asked.map(({ columns, read }) => read(row.slice(at, (at += columns.length))))
        return Object.fromEntries(['_id', ...names].map((name, index) => [name, values[index]]))
      })
  } catch (error) {
    // Integers beyond what SQL can sum, like those beyond what JavaScript can hold, are left to the documents.
    if (error instanceof NotExact || /integer overflow/.test(String(error))) return undefined
    throw error
  }
}
