import { invalidParam } from '../../errors'
import { sortDocuments, type Order } from '../compare'
import { isPlain, type Document } from '../ejson'
import type { Scope, Variables } from '../expressions/all'
import type { Table } from '../table'

/** One stage of a pipeline: a single operator and its argument. */
export type Stage = Readonly<Record<string, unknown>>

/** What a running pipeline has beside its documents. */
export interface Run {
  readonly variables: Variables
  readonly now: number
}

/** A compiled stage, or a compiled pipeline: from documents to documents, leaving those it gets alone. */
export type Step = (documents: readonly Document[], run: Run) => Document[]

/** What stages that read other collections need. */
export interface Surroundings {
  /** A collection by name. Throws DATABASE_COLLECTION_NOT_EXIST. */
  table(name: unknown): Table
  /** All documents of a collection that meet a query. */
  read(table: Table, query: Document, run: Run): Document[]
  /** A pipeline inside a pipeline. */
  compile(stages: unknown, where: string): Step
}

/** Compiles a stage's argument. Throws INVALID_PARAM for what it does not know, before any document is read. */
export type StageCompiler = (argument: unknown, name: string, around: Surroundings) => Step

/** What expressions of a stage see of one document. */
export const scopeOf = (root: unknown, { variables, now }: Run): Scope => ({ root, variables, now })

/** A stage's argument as an object with nothing in it that the stage does not know. */
export const specOf = (
  argument: unknown,
  name: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Document => {
  if (!isPlain(argument)) throw invalidParam(`${name} takes an object`)
  const stranger = Object.keys(argument).find((key) => !required.includes(key) && !optional.includes(key))
  if (stranger !== undefined) throw invalidParam(`${name} does not know "${stranger}"`)
  const missing = required.find((key) => argument[key] === undefined)
  if (missing !== undefined) throw invalidParam(`${name} needs "${missing}"`)
  return argument
}

/** A whole number that is at least `least`. */
export const countFor = (value: unknown, name: string, least: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
    throw invalidParam(`${name} takes a whole number from ${least}`)
  return value
}

/** A name of a field, not a path and not a variable. */
export const fieldNameFor = (value: unknown, name: string): string => {
  if (typeof value !== 'string' || value === '' || value.startsWith('$') || value.includes('\u0000'))
    throw invalidParam(`${name} takes the name of a field`)
  return value
}

/** A sort as MongoDB writes it, `{ field: 1 | -1 }`, in the order it is written. */
export const orderOf = (sort: unknown): Order => {
  if (!isPlain(sort)) throw invalidParam('a sort is an object of fields with 1 or -1')
  return Object.entries(sort).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParam(`cannot sort "${path}" by ${JSON.stringify(direction)}`)
    return [path, direction] as const
  })
}

/** Documents in order; a copy. */
export const sorted = (documents: readonly Document[], order: Order): Document[] =>
  sortDocuments([...documents], order, (document) => document)
