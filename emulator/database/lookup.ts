import { evalExpr } from 'mingo/core'
import { invalidParam } from '../errors'
import type { Pipelines, Stage, Variables } from './aggregate'
import { isPlain, storedText, type Document } from './ejson'
import { find } from './find'
import { elementsAt, valuesAt } from './paths'
import type { Table } from './table'

const KNOWN = new Set(['from', 'localField', 'foreignField', 'as', 'let', 'pipeline'])
const AT_ONCE = 500

/**
 * `$lookup`, by equal fields, by a pipeline with variables, or both. The other collection is read by index or
 * `_id` where the join allows it: equal fields, and `$expr: { $eq: ['$field', '$$variable'] }` in its first $match.
 */
export const lookupStage = (
  pipelines: Pipelines,
  documents: Document[],
  spec: Document,
  outer: Variables,
): Document[] => {
  const stranger = Object.keys(spec).find((key) => !KNOWN.has(key))
  if (stranger) throw invalidParam(`$lookup does not know ${stranger}`)
  const { from, as, localField, foreignField, pipeline } = spec
  if (typeof as !== 'string') throw invalidParam('$lookup needs "as"')
  if ((localField === undefined) !== (foreignField === undefined))
    throw invalidParam('$lookup needs both localField and foreignField')
  if (localField === undefined && pipeline === undefined) throw invalidParam('$lookup needs fields or a pipeline')
  const table = pipelines.table(from)
  const fields = localField === undefined ? undefined : { local: String(localField), foreign: String(foreignField) }
  const partners = fields ? partnersByField(table, documents, fields) : undefined
  if (pipeline === undefined) return documents.map((document) => ({ ...document, [as]: partners?.(document) ?? [] }))
  if (!Array.isArray(pipeline)) throw invalidParam('the pipeline of $lookup is an array')
  return documents.map((document) => {
    const variables = { ...outer, ...variablesOf(pipelines, document, spec.let, outer) }
    const joined = partners
      ? pipelines.continue(partners(document), pipeline as Stage[], variables)
      : pipelines.continue(candidates(table, pipeline as Stage[], variables), pipeline as Stage[], variables)
    return { ...document, [as]: joined }
  })
}

const localValues = (document: Document, path: string): unknown[] => {
  const values = elementsAt(document, path)
  return values.length || valuesAt(document, path).length ? values : [null]
}

/** Values join if they are equal; a number never equals a string, and missing equals null. */
const joinKey = (value: unknown): string => storedText([value ?? null])

const partnersByField = (
  table: Table,
  documents: Document[],
  { local, foreign }: { local: string; foreign: string },
): ((document: Document) => Document[]) => {
  const wanted = new Map<string, unknown>()
  for (const document of documents)
    for (const value of localValues(document, local)) wanted.set(joinKey(value), value ?? null)
  const byKey = new Map<string, Document[]>()
  for (const partner of foreignDocuments(table, foreign, [...wanted.values()]))
    for (const key of new Set(foreignKeys(partner, foreign)))
      if (!byKey.get(key)?.push(partner)) byKey.set(key, [partner])
  return (document) => {
    const keys = new Set(localValues(document, local).map(joinKey))
    return [...new Set([...keys].flatMap((key) => byKey.get(key) ?? []))]
  }
}

const foreignKeys = (partner: Document, foreign: string): string[] => {
  const values = valuesAt(partner, foreign)
  if (values.length === 0) return [joinKey(null)]
  return [...values, ...elementsAt(partner, foreign)].map(joinKey)
}

const foreignDocuments = (table: Table, foreign: string, values: unknown[]): Document[] => {
  const found = new Map<number, Document>()
  for (let start = 0; start < values.length; start += AT_ONCE)
    for (const { row, document } of find(table, {
      query: { [foreign]: { $in: values.slice(start, start + AT_ONCE) } },
    }).map((item) => ({ row: item.row, document: item.document })))
      found.set(row.rowid, document)
  return [...found].sort(([a], [b]) => a - b).map(([, document]) => document)
}

const variablesOf = (pipelines: Pipelines, document: Document, lets: unknown, outer: Variables): Variables => {
  if (lets === undefined) return {}
  if (!isPlain(lets)) throw invalidParam('"let" of $lookup is an object')
  const options = pipelines.expressionOptions(outer)
  return Object.fromEntries(
    Object.entries(lets).map(([name, expression]) => [name, evalExpr(document, expression, options)]),
  )
}

const candidates = (table: Table, pipeline: readonly Stage[], variables: Variables): Document[] => {
  const match = pipeline[0]?.$match
  const query = isPlain(match) ? necessary(match, variables) : {}
  return find(table, { query }).map((found) => found.document)
}

/** A query every document passing `match` passes, with the variables filled in. */
const necessary = (match: Document, variables: Variables): Document => {
  const parts = Object.entries(match).map(([key, value]) => {
    if (key === '$expr') return fromExpression(value, variables)
    if (key === '$and' && Array.isArray(value))
      return { $and: value.map((part) => necessary(part as Document, variables)) }
    return key.startsWith('$') ? {} : { [key]: value }
  })
  return parts.length ? { $and: parts } : {}
}

const fromExpression = (expression: unknown, variables: Variables): Document => {
  if (!isPlain(expression)) return {}
  if (Array.isArray(expression.$and)) return { $and: expression.$and.map((part) => fromExpression(part, variables)) }
  if (!Array.isArray(expression.$eq)) return {}
  const [left, right] = expression.$eq as [unknown, unknown]
  return equality(left, right, variables) ?? equality(right, left, variables) ?? {}
}

const equality = (field: unknown, other: unknown, variables: Variables): Document | undefined => {
  if (typeof field !== 'string' || !/^\$[^$]/.test(field)) return undefined
  const value = valueOf(other, variables)
  const isSafe =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date
  return isSafe ? { [field.slice(1)]: value } : undefined
}

const valueOf = (operand: unknown, variables: Variables): unknown => {
  if (typeof operand !== 'string' || !operand.startsWith('$')) return operand
  return operand.startsWith('$$') ? variables[operand.slice(2)] : undefined
}
