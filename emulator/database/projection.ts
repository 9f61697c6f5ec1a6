import { invalidParam } from '../errors'
import { isPlain, type Document } from './ejson'
import { compile, type Expression, type Scope } from './expressions/all'
import { matcherOf } from './match'
import { fieldsOf, withValueAt } from './paths'

/** What happens to one field: kept, dropped, computed, or looked into. */
type Leaf = 'keep' | 'drop' | Expression
interface Branch {
  readonly fields: Map<string, Leaf | Branch>
}

/** Reshapes one document. */
export type Projection = (document: Document, scope: Scope) => Document

const isBranch = (node: Leaf | Branch | undefined): node is Branch => typeof node === 'object'

const put = (root: Branch, path: string, leaf: Leaf): void => {
  const fields = fieldsOf(path)
  let branch = root
  fields.forEach((field, i) => {
    if (field === '' || field.startsWith('$')) throw invalidParam(`"${path}" is not a field path`)
    const known = branch.fields.get(field)
    const isLast = i === fields.length - 1
    if (known !== undefined && (isLast || !isBranch(known)))
      throw invalidParam(`the projection of "${path}" collides with another`)
    const next = isLast ? leaf : (known ?? { fields: new Map() })
    branch.fields.set(field, next)
    if (isBranch(next)) branch = next
  })
}

const isFlag = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean'

/** Flattens `{ a: { b: 1 } }` to `a.b`; an object with an operator is one leaf. */
const flattened = (spec: Document, prefix = ''): [string, unknown][] =>
  Object.entries(spec).flatMap(([key, value]): [string, unknown][] => {
    const path = prefix + key
    if (!isPlain(value) || Object.keys(value).some((name) => name.startsWith('$'))) return [[path, value]]
    if (Object.keys(value).length === 0) throw invalidParam(`the projection of "${path}" is an empty object`)
    return flattened(value, `${path}.`)
  })

const compute = (branch: Branch, target: unknown, scope: Scope): unknown => {
  let result = target
  for (const [field, node] of branch.fields) {
    if (node === 'keep' || node === 'drop') continue
    if (isBranch(node)) {
      if (!hasComputed(node)) continue
      const inner = isPlain(result) && Object.hasOwn(result, field) ? result[field] : undefined
      result = withValueAt(result, [field], computeInside(node, inner, scope))
    } else result = withValueAt(result, [field], node(scope))
  }
  return result
}

const computeInside = (branch: Branch, target: unknown, scope: Scope): unknown =>
  Array.isArray(target)
    ? target.map((item) => computeInside(branch, item, scope))
    : compute(branch, isPlain(target) ? target : {}, scope)

const hasComputed = (branch: Branch): boolean =>
  [...branch.fields.values()].some((node) => typeof node === 'function' || (isBranch(node) && hasComputed(node)))

/** The kept part of a value; scalars have none of the fields asked for, so nothing of them is kept but a place to compute into. */
const kept = (branch: Branch, value: unknown): unknown => {
  if (Array.isArray(value)) {
    const nothing = hasComputed(branch) ? {} : undefined
    return value.map((item) => kept(branch, item) ?? nothing).filter((item) => item !== undefined)
  }
  if (!isPlain(value)) return undefined
  const result: Document = {}
  for (const [field, current] of Object.entries(value)) {
    const node = branch.fields.get(field)
    const next = node === 'keep' ? current : isBranch(node) ? kept(node, current) : undefined
    if (next !== undefined) result[field] = next
  }
  return result
}

const without = (branch: Branch, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => without(branch, item))
  if (!isPlain(value)) return value
  const result: Document = {}
  for (const [field, current] of Object.entries(value)) {
    const node = branch.fields.get(field)
    if (node !== 'drop') result[field] = isBranch(node) ? without(node, current) : current
  }
  return result
}

const treeOf = (entries: readonly [string, Leaf][]): Branch => {
  const root: Branch = { fields: new Map() }
  for (const [path, leaf] of entries) put(root, path, leaf)
  return root
}

/** `$addFields`: every field computed from the document as it came in. */
export const addition = (spec: unknown, stage: string): Projection => {
  if (!isPlain(spec) || Object.keys(spec).length === 0) throw invalidParam(`${stage} needs an object with fields`)
  const tree = treeOf(flattened(spec).map(([path, value]) => [path, compile(value)]))
  return (document, scope) => compute(tree, document, scope) as Document
}

/** `$project`: fields kept, dropped or computed. Keeping and dropping do not mix, but for `_id`. */
export const projection = (spec: unknown, stage = '$project'): Projection => {
  if (!isPlain(spec) || Object.keys(spec).length === 0) throw invalidParam(`${stage} needs an object with fields`)
  const leaves = flattened(spec).map(([path, value]): [string, Leaf] => {
    if (isFlag(value)) return [path, value ? 'keep' : 'drop']
    return [path, compile(value)]
  })
  const isDropping = leaves.every(([, leaf]) => leaf === 'drop')
  const stray = leaves.find(([path, leaf]) => path !== '_id' && (leaf === 'drop') !== isDropping)
  if (stray) throw invalidParam(`${stage} cannot keep and drop fields at once: "${stray[0]}"`)
  if (isDropping) {
    const tree = treeOf(leaves)
    return (document) => without(tree, document) as Document
  }
  const withId = leaves.some(([path]) => path === '_id' || path.startsWith('_id.')) ? leaves : [...leaves, idKept]
  const tree = treeOf(withId)
  return (document, scope) => compute(tree, kept(tree, document), scope) as Document
}

const idKept: [string, Leaf] = ['_id', 'keep']

const sliceOf = (operand: unknown): ((array: unknown[]) => unknown[]) => {
  if (Number.isInteger(operand)) {
    const count = operand as number
    return (array) => (count < 0 ? array.slice(count) : array.slice(0, count))
  }
  const [skip, count] = Array.isArray(operand) && operand.length === 2 ? (operand as unknown[]) : []
  if (!Number.isInteger(skip) || !Number.isInteger(count) || (count as number) <= 0)
    throw invalidParam('$slice of a projection takes a number, or a position and a number greater than 0')
  return (array) => {
    const from = (skip as number) < 0 ? Math.max(0, array.length + (skip as number)) : (skip as number)
    return array.slice(from, from + (count as number))
  }
}

const sliced = (value: unknown, fields: readonly string[], cut: (array: unknown[]) => unknown[]): unknown => {
  const [field, ...rest] = fields
  if (field === undefined) return Array.isArray(value) ? cut(value) : value
  if (Array.isArray(value)) return value.map((item) => sliced(item, fields, cut))
  if (!isPlain(value) || !Object.hasOwn(value, field)) return value
  return { ...value, [field]: sliced(value[field], rest, cut) }
}

type Adjust = (projected: Document, document: Document) => Document

const adjustment = (path: string, operator: string, operand: unknown): Adjust => {
  if (operator === '$slice') {
    const cut = sliceOf(operand)
    return (projected) => sliced(projected, fieldsOf(path), cut) as Document
  }
  if (operator !== '$elemMatch') throw invalidParam(`unknown projection operator ${operator}`)
  if (path.includes('.')) throw invalidParam(`$elemMatch of a projection takes a field, not the path "${path}"`)
  const matches = matcherOf({ [path]: { $elemMatch: operand } })
  return (projected, document) => {
    const array = document[path]
    const found = Array.isArray(array) ? array.find((item) => matches({ [path]: [item] })) : undefined
    const { [path]: _replaced, ...rest } = projected
    return found === undefined ? rest : { ...rest, [path]: [found] }
  }
}

/**
 * What `field()` leaves of a document: fields kept or dropped, `$slice` of an array, the first element that meets
 * `$elemMatch`. `$slice` alone keeps all other fields, `$elemMatch` alone keeps only `_id` beside it, as MongoDB does.
 */
export const fieldSelection = (spec: Document): ((document: Document) => Document) => {
  const flat = flattened(spec)
  const special = flat.filter(([, value]) => isPlain(value)) as [string, Document][]
  const odd = flat.find(([, value]) => !isPlain(value) && !isFlag(value))
  if (odd) throw invalidParam(`the projection of "${odd[0]}" is 1, 0, $slice or $elemMatch`)
  const adjust = special.map(([path, value]): [string, string, Adjust] => {
    const [[operator, operand] = ['', undefined], more] = Object.entries(value)
    if (more) throw invalidParam(`the projection of "${path}" has more than one operator`)
    return [path, operator, adjustment(path, operator, operand)]
  })
  const flags = Object.fromEntries(flat.filter(([, value]) => isFlag(value)))
  const isKeeping = Object.entries(flags).some(([path, value]) => path !== '_id' && Boolean(value))
  const isOnlyId = Object.keys(flags).every((path) => path === '_id') && Boolean(flags._id ?? 0)
  const matched = adjust.filter(([, operator]) => operator === '$elemMatch').map(([path]) => path)
  const isDropping = Object.entries(flags).some(([path, value]) => path !== '_id' && !value)
  const keepsListed = isKeeping || isOnlyId || (matched.length > 0 && !isDropping)
  const listed = keepsListed ? { ...flags, ...Object.fromEntries(adjust.map(([path]) => [path, 1])) } : flags
  const base = Object.keys(listed).length ? projection(listed, 'field()') : (document: Document): Document => document
  const scope: Scope = { root: undefined, variables: {}, now: 0 }
  return (document) => adjust.reduce((projected, [, , change]) => change(projected, document), base(document, scope))
}
