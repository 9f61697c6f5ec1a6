import { isPlain, type Document } from './ejson'
import { sqlOrderOf, type Wanted } from './find'
import { narrow } from './narrow'
import { isOnly, Shape, sortsInSql } from './shapes'
import { strangePath } from './column'
import { type Table } from './table'

/** How a value that SQL answered becomes what the document held; `undefined` says that SQL cannot be trusted with it. */
type Reader = (answer: unknown) => unknown

/** Columns to ask for, how one value of the result is made of their answers, and which rows would make it wrong. */
interface Part {
  readonly columns: readonly string[]
  readonly read: (answers: readonly unknown[]) => unknown
  readonly guards: readonly string[]
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

interface Column {
  readonly column: string
  /** Every kind of value it can bring, once its guard has passed. */
  readonly shape: number
  readonly read: Reader
  readonly guards: readonly string[]
  /** The guard that no document lacks the field, where that matters. */
  readonly gaps: readonly string[]
}

/** Texts and integers of documents without an escape, whose meaning SQL and JavaScript agree on. */
const unindexedShape = Shape.string | Shape.number | Shape.missing

const columnOf = (table: Table, expression: unknown): Column | undefined => {
  const path = typeof expression === 'string' && /^\$[^$]/.test(expression) ? expression.slice(1) : undefined
  if (path === undefined) return undefined
  const indexed = table.column(path)
  if (indexed !== undefined) {
    const shape = table.shape(path)
    const read = readerOf(shape)
    // A field that is missing leaves a key without it, while null stays: SQL cannot tell them apart.
    return read && { column: indexed, shape, read, guards: [], gaps: (shape & Shape.missing) === 0 ? [] : ['1'] }
  }
  const found = strangePath(path)
  if (!found) return undefined
  const guard = `${found.unjudged} OR ${found.kind} IN ('true', 'false', 'real', 'object') OR instr(doc, '\\u')`
  const read: Reader = (answer) => (typeof answer === 'string' ? answer : whole(answer))
  // The engine aborts on a text that is not UTF-8, which an escaped half of a surrogate pair would be: it must never be answered.
  const column = `CASE WHEN instr(doc, '\\u') THEN NULL ELSE ${found.column} END`
  return { column, shape: unindexedShape, read, guards: [guard], gaps: [`${found.kind} IS NULL`] }
}

const partOf = ({ column, read, guards }: Column, name = column): Part => ({
  columns: [name],
  read: ([answer]) => read(answer),
  guards,
})

const keyOf = (table: Table, expression: unknown): Part | undefined => {
  if (expression === null) return { columns: [], read: () => null, guards: [] }
  if (!isPlain(expression)) {
    const found = columnOf(table, expression)
    return found && partOf(found)
  }
  const names = Object.keys(expression)
  const found = names.flatMap((name) => columnOf(table, expression[name]) ?? [])
  if (names.length === 0 || names.some((name) => /[.$]/.test(name)) || found.length < names.length) return undefined
  return {
    columns: found.map(({ column }) => column),
    read: (answers) => Object.fromEntries(names.map((name, at) => [name, found[at]!.read(answers[at])])),
    guards: found.flatMap(({ guards, gaps }) => [...guards, ...gaps]),
  }
}

/** A path whose numbers SQL can tell from everything else there. */
const numbersOf = (table: Table, expression: unknown): Column | undefined => {
  const found = columnOf(table, expression)
  return found && (found.shape & (Shape.boolean | Shape.date)) === 0 ? found : undefined
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

const averageOf = (answers: readonly unknown[]): number | null => {
  const sum = sumOf(answers)
  return answers[2] === 0 ? null : sum / (answers[2] as number)
}

const accumulator = (table: Table, operator: string, operand: unknown): Part | undefined => {
  if (operator === '$sum' && Number.isSafeInteger(operand))
    return { columns: ['count(*)'], read: ([count]) => whole((count as number) * (operand as number)), guards: [] }
  if (operator === '$sum' || operator === '$avg') {
    const found = numbersOf(table, operand)
    if (!found) return undefined
    return {
      columns: sumColumns(found.column),
      read: operator === '$sum' ? sumOf : averageOf,
      guards: found.guards,
    }
  }
  if (operator === '$min' || operator === '$max') {
    const found = columnOf(table, operand)
    return found && partOf(found, `${operator.slice(1)}(${found.column})`)
  }
  return undefined
}

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
  const guards = asked.flatMap((part) => part.guards)
  const isWrong =
    guards.length > 0 ? `max(${[...new Set(guards)].map((guard) => `ifnull(${guard}, 0)`).join(' OR ')})` : '0'
  const figures = [...(parts as Part[]).flatMap(({ columns }) => columns), isWrong]
  return unlessInexact(() =>
    table.group(narrowing.sql, narrowing.params, key.columns, figures).map((row) => {
      if (row[row.length - 1]) throw new NotExact()
      let at = 0
      const values = asked.map(({ columns, read }) => read(row.slice(at, (at += columns.length))))
      return Object.fromEntries(['_id', ...names].map((name, index) => [name, values[index]]))
    }),
  )
}

/** Integers beyond what SQL can sum, like those beyond what JavaScript can hold, are left to the documents. */
const unlessInexact = (read: () => Document[]): Document[] | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotExact || /integer overflow/.test(String(error))) return undefined
    throw error
  }
}

/** What counts documents, and nothing else. */
const isCount = (spec: unknown): boolean => isPlain(spec) && Object.keys(spec).join() === '$sum' && spec.$sum === 1

/**
 * The same of the first documents only, where all that is asked is how many there are in each group: the engine stops at the last
 * of them, and reads no document where an index holds what is asked. Groups come in any order, as MongoDB gives them.
 */
export const groupFirstInSql = (
  table: Table,
  { query, order = [], offset = 0, limit = Infinity }: Wanted,
  spec: unknown,
): Document[] | undefined => {
  if (!isPlain(spec) || !('_id' in spec) || offset > 0 || limit === Infinity) return undefined
  const { _id, ...accumulators } = spec
  const names = Object.keys(accumulators)
  const key = names.every((name) => !/[.$]/.test(name) && isCount(accumulators[name])) ? keyOf(table, _id) : undefined
  const narrowing = narrow(query, table)
  // Which documents are the first matters to the groups they are in, but not to how many they are.
  const isOrdered = key !== undefined && key.columns.length > 0
  const sqlOrder = isOrdered ? sqlOrderOf(table, order) : undefined
  if (!key || key.guards.length > 0 || !narrowing.exact || (isOrdered && !sqlOrder)) return undefined
  const first = sqlOrder ? { order: sqlOrder, limit } : { limit }
  return unlessInexact(() =>
    table.groupFirst(narrowing.sql, narrowing.params, key.columns, first).map((row) => {
      const count = row[row.length - 1]
      return { _id: key.read(row), ...Object.fromEntries(names.map((name) => [name, count])) }
    }),
  )
}
