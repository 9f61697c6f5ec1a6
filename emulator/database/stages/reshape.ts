import { invalidParam } from '../../errors'
import { isPlain, type Document } from '../ejson'
import { compile } from '../expressions/all'
import { matcherOf } from '../match'
import { addition, projection, type Projection } from '../projection'
import { fieldPathIn, fieldsOf, withValueAt, withoutValueAt } from '../paths'
import { countFor, fieldNameFor, orderOf, scopeOf, sorted, specOf, type StageCompiler } from './stage'

const each =
  (make: (argument: unknown, name: string) => Projection): StageCompiler =>
  (argument, name) => {
    const project = make(argument, name)
    return (documents, run) => documents.map((document) => project(document, scopeOf(document, run)))
  }

const newRoot = (argument: unknown, name: string): Projection => {
  const expression = compile(argument)
  return (_document, scope) => {
    const root = expression(scope)
    if (!isPlain(root)) throw invalidParam(`${name} needs a new root that is an object in every document`)
    return root
  }
}

const unset = (argument: unknown, name: string): Projection => {
  const paths = [argument].flat()
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string' && path !== ''))
    throw invalidParam(`${name} takes the names of fields`)
  return (document) =>
    paths.reduce<Document>((rest, path) => withoutValueAt(rest, fieldsOf(path as string)) as Document, document)
}

/** `$unwind`: one document an element; a value that is no array counts as one element. */
const unwind: StageCompiler = (argument, name) => {
  const spec = typeof argument === 'string' ? { path: argument } : argument
  const {
    path,
    includeArrayIndex,
    preserveNullAndEmptyArrays = false,
  } = specOf(spec, name, ['path'], ['includeArrayIndex', 'preserveNullAndEmptyArrays'])
  if (typeof path !== 'string' || !/^\$[^$]/.test(path)) throw invalidParam(`"path" of ${name} begins with one $`)
  if (typeof preserveNullAndEmptyArrays !== 'boolean')
    throw invalidParam(`"preserveNullAndEmptyArrays" of ${name} is true or false`)
  const fields = fieldsOf(path.slice(1))
  const position = includeArrayIndex === undefined ? undefined : fieldsOf(fieldNameFor(includeArrayIndex, name))
  const at = (document: Document, index: number | null): Document =>
    position ? (withValueAt(document, position, index) as Document) : document
  return (documents) =>
    documents.flatMap((document) => {
      const value = nestedAt(document, fields)
      if (Array.isArray(value) && value.length > 0)
        return value.map((item, i) => at(withValueAt(document, fields, item) as Document, i))
      const isGap = value === undefined || value === null || Array.isArray(value)
      if (isGap && !preserveNullAndEmptyArrays) return []
      return [at(Array.isArray(value) ? (withoutValueAt(document, fields) as Document) : document, null)]
    })
}

/** A value by field names alone: `$unwind` does not look into arrays on the way. */
const nestedAt = (document: Document, fields: readonly string[]): unknown => {
  let value: unknown = document
  for (const field of fields) value = isPlain(value) ? fieldPathIn(value, [field]) : undefined
  return value
}

const sample: StageCompiler = (argument, name) => {
  const size = countFor(specOf(argument, name, ['size']).size, `"size" of ${name}`, 0)
  return (documents) => {
    const pool = [...documents]
    for (let i = 0; i < Math.min(size, pool.length); i++) {
      const other = i + Math.floor(Math.random() * (pool.length - i))
      ;[pool[i], pool[other]] = [pool[other] as Document, pool[i] as Document]
    }
    return pool.slice(0, size)
  }
}

/** The stages that work on documents one by one, or on their order and number. */
export const reshaping: Readonly<Record<string, StageCompiler>> = {
  $match: (argument, name) => {
    if (!isPlain(argument)) throw invalidParam(`${name} takes an object`)
    matcherOf(argument)
    return (documents, run) => documents.filter(matcherOf(argument, run))
  },
  $project: each(projection),
  $addFields: each(addition),
  $set: each(addition),
  $unset: each(unset),
  $replaceRoot: each((argument, name) => newRoot(specOf(argument, name, ['newRoot']).newRoot, name)),
  $replaceWith: each(newRoot),
  $unwind: unwind,
  $sort: (argument, name) => {
    const order = orderOf(argument)
    if (order.length === 0) throw invalidParam(`${name} needs a field`)
    return (documents) => sorted(documents, order)
  },
  $skip: (argument, name) => {
    const count = countFor(argument, name, 0)
    return (documents) => documents.slice(count)
  },
  $limit: (argument, name) => {
    const count = countFor(argument, name, 1)
    return (documents) => documents.slice(0, count)
  },
  $sample: sample,
  $count: (argument, name) => {
    const field = fieldNameFor(argument, name)
    if (field.includes('.')) throw invalidParam(`${name} takes the name of a field, not a path`)
    return (documents) => (documents.length ? [{ [field]: documents.length }] : [])
  },
}
