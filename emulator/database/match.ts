import { Context } from 'mingo/core'
import { Aggregator } from 'mingo/aggregator'
import { Query } from 'mingo/query'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import { MingoError } from 'mingo/util'
import type { AnyObject, Options } from 'mingo/types'
import { WireError, invalidParam } from '../errors'
import type { Document } from './ejson'
import { geoOperators } from './geo'

type QueryOperators = Parameters<Context['addQueryOps']>[0]
type Stages = Parameters<Context['addPipelineOps']>[0]

/** A stage of a pipeline as mingo holds it. */
export type PipelineOperator = Stages[string & `$${string}`]

const withoutScripts = <T extends object>(operators: T, ...names: string[]): T =>
  Object.fromEntries(Object.entries(operators).filter(([name]) => !names.includes(name))) as T

/**
 * The operators this cloud knows. Stages that would write, and operators that would run JavaScript,
 * are left out, so that they are refused by name.
 */
export const contextWith = (ownStages: Stages): Context =>
  Context.init({
    accumulator: withoutScripts(accumulators, '$accumulator'),
    expression: withoutScripts(expressions, '$function'),
    pipeline: { ...withoutScripts(stages, '$out', '$merge'), ...ownStages },
    projection: projections,
    query: { ...withoutScripts(queries, '$where'), ...(geoOperators as unknown as QueryOperators) },
    window: windows,
  })

const queryContext = contextWith({})

/** Turns what mingo says about an unknown or misused operator into the wire's refusal, which then names it. */
export const refusing = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof WireError || !(error instanceof Error)) throw error
    if (error instanceof MingoError || error instanceof TypeError || error instanceof SyntaxError)
      throw invalidParam(error.message)
    throw error
  }
}

/** A test for documents from a MongoDB query. Throws INVALID_PARAM naming the operator it does not know. */
export const matcherOf = (query: Document, options: Partial<Options> = {}): ((document: Document) => boolean) => {
  if (Object.keys(query).length === 0) return () => true
  if ('$where' in query) throw invalidParam('$where is not supported: the cloud runs no scripts')
  const compiled = refusing(() => new Query(query, { scriptEnabled: false, ...options, context: queryContext }))
  return (document) => refusing(() => compiled.test(document))
}

/** Documents with only the projected fields, `_id` included unless it is excluded. */
export const project = (documents: Document[], projection: Document): Document[] =>
  refusing(() =>
    new Aggregator([{ $project: projection }], { scriptEnabled: false, context: queryContext }).run<AnyObject>(
      documents,
    ),
  )
