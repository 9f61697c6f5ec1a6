import { invalidParam } from '../../errors'
import { isSame } from '../compare'
import { isPlain, storedText, type Document } from '../ejson'
import { compile, type Variables } from '../expressions/all'
import { matcherOf } from '../match'
import { elementsAt, fieldsOf, valuesAt, withValueAt } from '../paths'
import type { Table } from '../table'
import { countFor, fieldNameFor, scopeOf, specOf, type Run, type StageCompiler, type Surroundings } from './stage'

const AT_ONCE = 500

/**
 * `$lookup`, by equal fields, by a pipeline with variables, or both. The other collection is read by index or
 * `_id` where the join allows it: equal fields, and `$expr: { $eq: ['$field', '$$variable'] }` in its first $match.
 */
const lookup: StageCompiler = (argument, name, around) => {
  const spec = specOf(argument, name, ['from', 'as'], ['localField', 'foreignField', 'let', 'pipeline'])
  const { from, localField, foreignField, pipeline } = spec
  const as = fieldsOf(fieldNameFor(spec.as, `"as" of ${name}`))
  if ((localField === undefined) !== (foreignField === undefined))
    throw invalidParam(`${name} needs both localField and foreignField`)
  if (localField === undefined && pipeline === undefined) throw invalidParam(`${name} needs fields or a pipeline`)
  const fields = localField === undefined ? undefined : { local: String(localField), foreign: String(foreignField) }
  const inner = pipeline === undefined ? undefined : around.compile(pipeline, name)
  if (spec.let !== undefined && !isPlain(spec.let)) throw invalidParam(`"let" of ${name} is an object`)
  const lets = Object.entries(spec.let ?? {}).map(([key, value]) => [key, compile(value)] as const)
  const table = around.table(from)
  return (documents, run) => {
    const partners = fields ? partnersByField(around, table, documents, fields, run) : undefined
    return documents.map((document) => {
      if (!inner) return withValueAt(document, as, partners?.(document) ?? []) as Document
      const own = Object.fromEntries(lets.map(([key, value]) => [key, value(scopeOf(document, run))]))
      const innerRun = { ...run, variables: { ...run.variables, ...own } }
      const candidates = partners?.(document) ?? around.read(table, firstMatch(pipeline, innerRun.variables), innerRun)
      return withValueAt(document, as, inner(candidates, innerRun)) as Document
    })
  }
}

const localValues = (document: Document, path: string): unknown[] => {
  const values = elementsAt(document, path)
  return values.length || valuesAt(document, path).length ? values : [null]
}

/** Values join if they are equal; a number never equals a string, and missing equals null. */
const joinKey = (value: unknown): string => storedText([value ?? null])

const partnersByField = (
  around: Surroundings,
  table: Table,
  documents: readonly Document[],
  { local, foreign }: { local: string; foreign: string },
  run: Run,
): ((document: Document) => Document[]) => {
  const wanted = new Map<string, unknown>()
  for (const document of documents)
    for (const value of localValues(document, local)) wanted.set(joinKey(value), value ?? null)
  const places = new Map<Document, number>()
  const byKey = new Map<string, Document[]>()
  for (const partner of foreignDocuments(around, table, foreign, [...wanted.values()], run)) {
    places.set(partner, places.size)
    for (const key of new Set(foreignKeys(partner, foreign)))
      if (!byKey.get(key)?.push(partner)) byKey.set(key, [partner])
  }
  return (document) => {
    const keys = new Set(localValues(document, local).map(joinKey))
    const found = [...new Set([...keys].flatMap((key) => byKey.get(key) ?? []))]
    return found.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
  }
}

const foreignKeys = (partner: Document, foreign: string): string[] => {
  const values = valuesAt(partner, foreign)
  if (values.length === 0) return [joinKey(null)]
  return [...values, ...elementsAt(partner, foreign)].map(joinKey)
}

const foreignDocuments = (
  around: Surroundings,
  table: Table,
  foreign: string,
  values: readonly unknown[],
  run: Run,
): Document[] => {
  const found = new Map<string, Document>()
  for (let start = 0; start < values.length; start += AT_ONCE)
    for (const document of around.read(
      table,
      { $or: [{ [foreign]: { $in: values.slice(start, start + AT_ONCE).filter(isNoPattern) } }] },
      run,
    ))
      found.set(storedText([document._id]), document)
  return [...found.values()]
}

const isNoPattern = (value: unknown): boolean => !(value instanceof RegExp)

const firstMatch = (pipeline: unknown, variables: Variables): Document => {
  const match = Array.isArray(pipeline) ? (pipeline[0] as Document | undefined)?.$match : undefined
  return isPlain(match) ? necessary(match, variables) : {}
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
  if (Array.isArray(expression.$and) && expression.$and.length)
    return { $and: expression.$and.map((part) => fromExpression(part, variables)) }
  if (!Array.isArray(expression.$eq)) return {}
  const [left, right] = expression.$eq as [unknown, unknown]
  return equality(left, right, variables) ?? equality(right, left, variables) ?? {}
}

const equality = (field: unknown, other: unknown, variables: Variables): Document | undefined => {
  if (typeof field !== 'string' || !/^\$[^$]/.test(field)) return undefined
  const value = valueOf(other, variables)
  const isSafe =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date
  const hasPosition = fieldsOf(field).some((part) => /^\d+$/.test(part))
  return isSafe && !hasPosition ? { [field.slice(1)]: value } : undefined
}

const valueOf = (operand: unknown, variables: Variables): unknown => {
  if (typeof operand !== 'string' || !operand.startsWith('$')) return operand
  return operand.startsWith('$$') ? variables[operand.slice(2)] : undefined
}

/** `$graphLookup`: partners of partners, each once, with how many steps away it was first met. */
const graphLookup: StageCompiler = (argument, name, around) => {
  const spec = specOf(
    argument,
    name,
    ['from', 'startWith', 'connectFromField', 'connectToField', 'as'],
    ['maxDepth', 'depthField', 'restrictSearchWithMatch'],
  )
  const as = fieldsOf(fieldNameFor(spec.as, `"as" of ${name}`))
  const start = compile(spec.startWith)
  const maxDepth = spec.maxDepth === undefined ? Infinity : countFor(spec.maxDepth, `"maxDepth" of ${name}`, 0)
  const depthField = spec.depthField === undefined ? undefined : fieldsOf(fieldNameFor(spec.depthField, name))
  const restriction = (spec.restrictSearchWithMatch ?? {}) as Document
  matcherOf(restriction)
  const table = around.table(spec.from)
  const [out, into] = [String(spec.connectFromField), String(spec.connectToField)]
  return (documents, run) => {
    const allows = matcherOf(restriction, run)
    return documents.map((document) => {
      const met: { partner: Document; depth: number }[] = []
      let frontier: unknown[] = [start(scopeOf(document, run))].flat().filter((value) => value !== undefined)
      for (let depth = 0; depth <= maxDepth && frontier.length > 0; depth++) {
        const fresh = foreignDocuments(around, table, into, frontier, run).filter(
          (partner) => allows(partner) && !met.some((known) => isSame(known.partner._id, partner._id)),
        )
        met.push(...fresh.map((partner) => ({ partner, depth })))
        frontier = fresh.flatMap((partner) => elementsAt(partner, out))
      }
      const found = met.map(({ partner, depth }) => (depthField ? withValueAt(partner, depthField, depth) : partner))
      return withValueAt(document, as, found) as Document
    })
  }
}

/** The stages that read a second collection for every document. */
export const joining: Readonly<Record<string, StageCompiler>> = { $lookup: lookup, $graphLookup: graphLookup }
