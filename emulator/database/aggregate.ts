import { invalidParam } from '../errors'
import type { Database } from './database'
import { isPlain, type Document } from './ejson'
import { find, type Wanted } from './find'
import { groupFirstInSql, groupInSql } from './group-sql'
import { branching } from './stages/branch'
import { geoNear } from './stages/geo-near'
import { grouping } from './stages/group'
import { joining } from './stages/join'
import { reshaping } from './stages/reshape'
import {
  countFor,
  orderOf,
  type Run,
  type Stage,
  type StageCompiler,
  type Step,
  type Surroundings,
} from './stages/stage'
import type { Table } from './table'

const stages: Readonly<Record<string, StageCompiler>> = { ...reshaping, ...grouping, ...joining, ...branching }

/** Names of all stages a pipeline may have. */
export const knownStages = (): string[] => [...Object.keys(stages), '$geoNear']

/** Runs pipelines. What the first stages ask of a collection is asked of SQL; the rest runs on the documents. */
export class Pipelines {
  private readonly around: Surroundings

  constructor(private readonly database: Database) {
    this.around = {
      table: (name) => this.database.table(name),
      read: (table, query, run) => find(table, { query, scope: run }).map((found) => found.document),
      compile: (inner, where) => compiled(inner, where, this.around),
    }
  }

  /**
   * Documents at the end of a pipeline over a collection; `now` is `$$NOW`. The pipeline is compiled first, so an
   * unknown stage or operator is INVALID_PARAM, by name, even where no document would have reached it.
   */
  run(table: Table, pipeline: readonly Stage[], now: number): Document[] {
    const run: Run = { variables: {}, now }
    const [first] = pipeline
    if (first && operatorOf(first)[0] === '$geoNear') {
      const near = geoNear(first.$geoNear, '$geoNear', this.around)
      const step = compiled(pipeline.slice(1), 'the pipeline', this.around)
      return step(near(this.around.read(table, {}, run), run), run)
    }
    compiled(pipeline, 'the pipeline', this.around)
    const { wanted, rest } = leading(pipeline)
    const isUncut = !wanted.order?.length && !wanted.offset && wanted.limit === Infinity
    const group = rest[0] && '$group' in rest[0] ? rest[0].$group : undefined
    const groups = isUncut ? groupInSql(table, wanted.query, group) : groupFirstInSql(table, wanted, group)
    if (groups) return compiled(rest.slice(1), 'the pipeline', this.around)(groups, run)
    const step = compiled(rest, 'the pipeline', this.around)
    return step(
      find(table, { ...wanted, scope: run }).map((found) => found.document),
      run,
    )
  }
}

const operatorOf = (stage: unknown): [string, unknown] => {
  const entries = isPlain(stage) ? Object.entries(stage) : []
  if (entries.length !== 1) throw invalidParam('a pipeline stage is an object with exactly one operator')
  return entries[0] as [string, unknown]
}

const compiled = (pipeline: unknown, where: string, around: Surroundings): Step => {
  if (!Array.isArray(pipeline)) throw invalidParam(`a pipeline of ${where} is an array of stages`)
  const steps = pipeline.map((stage): Step => {
    const [operator, argument] = operatorOf(stage)
    if (operator === '$geoNear') throw invalidParam('$geoNear is only valid as the first stage of a pipeline')
    const compile = Object.hasOwn(stages, operator) ? stages[operator] : undefined
    if (!compile) throw invalidParam(`unknown pipeline stage ${operator}`)
    return compile(argument, operator, around)
  })
  return (documents, run) =>
    steps.reduce<readonly Document[]>((sofar, step) => step(sofar, run), documents) as Document[]
}

/** The first stages as one question to a collection; they have been compiled, so their arguments are in order. */
const leading = (pipeline: readonly Stage[]): { wanted: Wanted; rest: readonly Stage[] } => {
  let at = 0
  const take = (name: string): unknown => {
    const stage = pipeline[at]
    if (!stage || operatorOf(stage)[0] !== name) return undefined
    at++
    return stage[name]
  }
  const query = (take('$match') ?? {}) as Document
  const sort = take('$sort')
  const skip = take('$skip')
  const limit = take('$limit')
  return {
    wanted: {
      query,
      order: sort === undefined ? [] : orderOf(sort),
      offset: skip === undefined ? 0 : countFor(skip, '$skip', 0),
      limit: limit === undefined ? Infinity : countFor(limit, '$limit', 1),
    },
    rest: pipeline.slice(at),
  }
}
