import { Aggregator } from 'mingo/aggregator'
import { Lazy, type Iterator } from 'mingo/lazy'
import type { AnyObject, Options } from 'mingo/types'
import { invalidParam } from '../errors'
import { sortDocuments, type Order } from './compare'
import type { Database } from './database'
import { isPlain, type Document } from './ejson'
import { find, type Wanted } from './find'
import { groupInSql } from './group'
import { lookupStage } from './lookup'
import { contextWith, refusing, type PipelineOperator } from './match'
import type { Table } from './table'

/** One stage of a pipeline: a single operator and its argument. */
export type Stage = Readonly<Record<string, unknown>>

/** Variables that stages of an inner pipeline may name with `$$`. */
export type Variables = Readonly<Record<string, unknown>>

/** Runs pipelines. What the first stages ask of a collection is asked of SQL; the rest runs on the documents. */
export class Pipelines {
  private readonly options: Partial<Options>

  constructor(private readonly database: Database) {
    this.options = {
      scriptEnabled: false,
      collectionResolver: (name) => find(database.table(name), { query: {} }).map((found) => found.document),
      context: contextWith({
        $sort: whole((documents, by) => sortDocuments(documents, orderOf(by), (document) => document)),
        $lookup: whole((documents, spec, variables) => lookupStage(this, documents, spec as Document, variables)),
      }),
    }
  }

  /** Documents at the end of a pipeline over a collection. Unknown stages and operators are INVALID_PARAM, by name. */
  run(table: Table, stages: readonly Stage[]): Document[] {
    const { wanted, rest } = leading(stages)
    const isUncut = !wanted.order?.length && !wanted.offset && wanted.limit === Infinity
    const [operator, spec] = operatorOf(rest[0])
    const groups = isUncut && operator === '$group' ? groupInSql(table, wanted.query, spec) : undefined
    if (groups) return this.continue(groups, rest.slice(1))
    return this.continue(
      find(table, wanted).map((found) => found.document),
      rest,
    )
  }

  /** A collection by name, for joins. */
  table(name: unknown): Table {
    return this.database.table(name)
  }

  /** The rest of a pipeline over documents already in hand. */
  continue(documents: Document[], stages: readonly Stage[], variables: Variables = {}): Document[] {
    if (stages.length === 0) return documents
    const options = { ...this.options, variables: { ...variables } }
    return refusing(() => new Aggregator(stages as AnyObject[], options).run<AnyObject>(documents))
  }

  /** Options with which expressions are evaluated as these pipelines would. */
  expressionOptions(variables: Variables): Options {
    return { ...this.options, variables: { ...variables } } as Options
  }
}

type OwnStage = (documents: Document[], argument: unknown, variables: Variables) => Document[]

/** A stage of our own that needs all documents at once, in the form mingo calls stages. */
const whole = (stage: OwnStage): PipelineOperator =>
  ((documents: Iterator, argument: unknown, options: Options) =>
    documents.transform((all) => Lazy(stage(all as Document[], argument, options.variables ?? {})))) as PipelineOperator

const operatorOf = (stage: Stage | undefined): [string, unknown] => {
  if (stage === undefined) return ['', undefined]
  const entries = Object.entries(stage)
  if (entries.length !== 1) throw invalidParam('a pipeline stage has exactly one operator')
  return entries[0] as [string, unknown]
}

const leading = (stages: readonly Stage[]): { wanted: Wanted; rest: readonly Stage[] } => {
  let at = 0
  const take = (name: string): unknown => {
    const [operator, argument] = operatorOf(stages[at])
    if (operator !== name) return undefined
    at++
    return argument
  }
  const query = take('$match') ?? {}
  if (!isPlain(query)) throw invalidParam('$match takes an object')
  const sort = take('$sort')
  const skip = take('$skip')
  const limit = take('$limit')
  return {
    wanted: {
      query,
      order: sort === undefined ? [] : orderOf(sort),
      offset: skip === undefined ? 0 : count(skip, '$skip'),
      limit: limit === undefined ? Infinity : count(limit, '$limit'),
    },
    rest: stages.slice(at),
  }
}

const count = (value: unknown, stage: string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${stage} takes a whole number`)
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
