import { invalidParam } from '../../errors'
import { compareValues, isSame, rankOf } from '../compare'
import { isPlain, storedText, type Document } from '../ejson'
import { groupField, type GroupField } from '../expressions/accumulators'
import { compile, type Scope } from '../expressions/all'
import { roundedUp, isSeries } from './preferred-numbers'
import { countFor, scopeOf, sorted, specOf, type StageCompiler } from './stage'

const groupFields = (spec: Document): [string, GroupField][] =>
  Object.entries(spec).map(([field, value]) => [field, groupField(field, value)])

const counted = { count: { $sum: 1 } }

const documentOf = (id: unknown, fields: readonly [string, GroupField][], scopes: readonly Scope[]): Document => ({
  _id: id,
  ...Object.fromEntries(fields.map(([field, compute]) => [field, compute(scopes)])),
})

/** Values that are equal share a text: -0 and 0 are one, and a decimal equals the number it writes. */
const keyFor = (value: unknown): string => storedText([value === 0 ? 0 : value])

const group: StageCompiler = (argument, name) => {
  if (!isPlain(argument) || !Object.hasOwn(argument, '_id')) throw invalidParam(`${name} needs "_id"`)
  const { _id, ...rest } = argument
  const key = compile(_id)
  const fields = groupFields(rest)
  return (documents, run) => {
    const groups = new Map<string, { id: unknown; scopes: Scope[] }>()
    for (const document of documents) {
      const scope = scopeOf(document, run)
      const id = key(scope) ?? null
      const text = keyFor(id)
      const known = groups.get(text)
      if (known) known.scopes.push(scope)
      else groups.set(text, { id, scopes: [scope] })
    }
    return [...groups.values()].map(({ id, scopes }) => documentOf(id, fields, scopes))
  }
}

const sortByCount: StageCompiler = (argument, name, around) => {
  const isExpression = typeof argument === 'string' ? argument.startsWith('$') : isPlain(argument)
  if (!isExpression) throw invalidParam(`${name} takes a field path or an expression`)
  const grouped = group({ _id: argument, ...counted }, name, around)
  return (documents, run) => grouped(documents, run).sort((a, b) => Number(b.count) - Number(a.count))
}

const bucket: StageCompiler = (argument, name) => {
  const spec = specOf(argument, name, ['groupBy', 'boundaries'], ['default', 'output'])
  const { boundaries, groupBy, output = counted } = spec
  if (!Array.isArray(boundaries) || boundaries.length < 2) throw invalidParam(`${name} needs two boundaries or more`)
  const isRising = boundaries.every(
    (bound, i) =>
      i === 0 || (rankOf(bound) === rankOf(boundaries[i - 1]) && compareValues(boundaries[i - 1], bound) < 0),
  )
  if (!isRising) throw invalidParam(`the boundaries of ${name} rise, and are of one kind`)
  const hasDefault = spec.default !== undefined
  const isInside = compareValues(spec.default, boundaries[0]) >= 0 && compareValues(spec.default, boundaries.at(-1)) < 0
  if (hasDefault && isInside) throw invalidParam(`"default" of ${name} lies outside of the boundaries`)
  if (!isPlain(output)) throw invalidParam(`"output" of ${name} is an object`)
  const key = compile(groupBy)
  const fields = groupFields(output)
  const lowerOf = (value: unknown): unknown => {
    const above = boundaries.findIndex((bound) => compareValues(value, bound) < 0)
    if (above > 0) return boundaries[above - 1]
    if (!hasDefault) throw invalidParam(`${name} has a value outside of its boundaries, and no default`)
    return spec.default
  }
  return (documents, run) => {
    const buckets = new Map<unknown, Scope[]>()
    for (const document of documents) {
      const scope = scopeOf(document, run)
      const lower = lowerOf(key(scope))
      if (!buckets.get(lower)?.push(scope)) buckets.set(lower, [scope])
    }
    const found = [...buckets].map(([lower, scopes]) => documentOf(lower, fields, scopes))
    return sorted(found, [['_id', 1]])
  }
}

type Keyed = readonly [value: unknown, scope: Scope]

/** Cuts sorted values into buckets of about the same size; equal values are never parted. */
const evenly = (items: readonly Keyed[], count: number): { min: unknown; max: unknown; part: readonly Keyed[] }[] => {
  const size = Math.max(1, Math.round(items.length / count))
  const parts: (readonly Keyed[])[] = []
  for (let from = 0; from < items.length;) {
    let to = parts.length === count - 1 ? items.length : Math.min(items.length, from + size)
    while (to < items.length && isSame(items[to - 1]?.[0], items[to]?.[0])) to++
    parts.push(items.slice(from, to))
    from = to
  }
  return parts.map((part, i) => ({
    min: part[0]?.[0],
    max: (parts[i + 1]?.[0] ?? part.at(-1))?.[0],
    part,
  }))
}

/** The same with edges on a series of preferred numbers. */
const bySeries = (items: readonly Keyed[], count: number, series: string): ReturnType<typeof evenly> => {
  const size = Math.max(1, Math.round(items.length / count))
  const result: { min: unknown; max: unknown; part: readonly Keyed[] }[] = []
  let edge = 0
  for (let from = 0; from < items.length;) {
    const isLast = result.length === count - 1
    const last = isLast ? items.length - 1 : Math.min(items.length, from + size) - 1
    const max = roundedUp(Number(items[last]?.[0]), series)
    let to = last + 1
    while (to < items.length && Number(items[to]?.[0]) < max) to++
    result.push({ min: edge, max, part: items.slice(from, to) })
    edge = max
    from = to
  }
  return result
}

const bucketAuto: StageCompiler = (argument, name) => {
  const spec = specOf(argument, name, ['groupBy', 'buckets'], ['output', 'granularity'])
  const { groupBy, granularity, output = counted } = spec
  const count = countFor(spec.buckets, `"buckets" of ${name}`, 1)
  if (!isPlain(output)) throw invalidParam(`"output" of ${name} is an object`)
  if (granularity !== undefined && !isSeries(granularity))
    throw invalidParam(`${name} does not know the granularity ${JSON.stringify(granularity)}`)
  const key = compile(groupBy)
  const fields = groupFields(output)
  return (documents, run) => {
    const items = documents
      .map((document): Keyed => {
        const scope = scopeOf(document, run)
        return [key(scope) ?? null, scope]
      })
      .sort(([a], [b]) => compareValues(a, b))
    if (granularity !== undefined && items.some(([value]) => typeof value !== 'number' || !(value >= 0)))
      throw invalidParam(`${name} with a granularity takes numbers that are not negative`)
    const parts = granularity === undefined ? evenly(items, count) : bySeries(items, count, granularity as string)
    return parts.map(({ min, max, part }) =>
      documentOf(
        { min, max },
        fields,
        part.map(([, scope]) => scope),
      ),
    )
  }
}

/** The stages that make one document of many. */
export const grouping: Readonly<Record<string, StageCompiler>> = {
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
}
