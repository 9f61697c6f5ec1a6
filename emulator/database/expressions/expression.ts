import { invalidParam } from '../../errors'
import { isPlain, type Document } from '../ejson'
import { fieldPathIn, fieldsOf } from '../paths'

/** Variables that an expression may name with `$$`. */
export type Variables = Readonly<Record<string, unknown>>

/** What an expression is evaluated against. */
export interface Scope {
  /** The document of the stage, `$$ROOT`. */
  readonly root: unknown
  readonly variables: Variables
  /** `$$NOW`, epoch milliseconds in this cloud. */
  readonly now: number
}

/** A compiled expression. Undefined stands for MongoDB's "missing", which is not null. */
export type Expression = (scope: Scope) => unknown

/** Compiles an operator's argument. Throws INVALID_PARAM naming an operator nobody knows, before any document is read. */
export type Operator = (argument: unknown, name: string) => Expression

const registry = new Map<string, Operator>()

/** Makes operators known, by their name with `$`. */
export const register = (operators: Readonly<Record<string, Operator>>): void => {
  for (const [name, operator] of Object.entries(operators)) registry.set(name, operator)
}

/** Names of all operators an expression may use. */
export const knownOperators = (): string[] => [...registry.keys()]

const variable = (path: string): Expression => {
  const [name = '', ...fields] = fieldsOf(path)
  const resolve = (scope: Scope): unknown => {
    if (Object.hasOwn(scope.variables, name)) return scope.variables[name]
    if (name === 'ROOT' || name === 'CURRENT') return scope.root
    if (name === 'NOW') return new Date(scope.now)
    if (name === 'REMOVE') return undefined
    throw invalidParam(`use of undefined variable: ${name}`)
  }
  return (scope) => fieldPathIn(resolve(scope), fields)
}

const text = (value: string): Expression => {
  if (value.startsWith('$$')) return variable(value.slice(2))
  if (!value.startsWith('$')) return () => value
  if (value === '$') throw invalidParam('"$" is not a field path')
  const fields = fieldsOf(value.slice(1))
  if (fields.includes('')) throw invalidParam(`"${value}" is not a field path`)
  return ({ root }) => fieldPathIn(root, fields)
}

const object = (value: Document): Expression => {
  const keys = Object.keys(value)
  const operator = keys.find((key) => key.startsWith('$'))
  if (operator !== undefined) {
    if (keys.length > 1) throw invalidParam(`an expression has exactly one operator, not ${keys.join(', ')}`)
    const known = registry.get(operator)
    if (!known) throw invalidParam(`unknown expression operator ${operator}`)
    return known(value[operator], operator)
  }
  const dotted = keys.find((key) => key.includes('.'))
  if (dotted !== undefined) throw invalidParam(`the field "${dotted}" of an expression may not contain a dot`)
  const parts = Object.entries(value).map(([key, part]) => [key, compile(part)] as const)
  return (scope) => {
    const result: Document = {}
    for (const [key, part] of parts) {
      const found = part(scope)
      if (found !== undefined) result[key] = found
    }
    return result
  }
}

/** An aggregation expression made ready to be evaluated many times. */
export const compile = (value: unknown): Expression => {
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) {
    const parts = value.map(compile)
    return (scope) => parts.map((part) => part(scope) ?? null)
  }
  return isPlain(value) ? object(value) : () => value
}

/** Null or missing: what most operators answer with null. */
export const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined

/** Whether MongoDB takes a value for true: all but false, null, missing and 0; the empty string is true. */
export const isTrue = (value: unknown): boolean =>
  !(isNothing(value) || value === false || value === 0 || (isExotic(value) && Number(value) === 0))

const isExotic = (value: unknown): boolean => (value as { _bsontype?: string })._bsontype === 'Decimal128'

/** MongoDB's name of a value's kind, for messages and for `$type`. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'number') return kindOfNumber(value)
  return exoticKinds[(value as { _bsontype?: string })._bsontype ?? ''] ?? 'object'
}

const exoticKinds: Record<string, string> = {
  Decimal128: 'decimal',
  Binary: 'binData',
  UUID: 'binData',
  ObjectId: 'objectId',
  ObjectID: 'objectId',
  Timestamp: 'timestamp',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

/** The SDK sends whole numbers as 32 or 64 bit integers and everything else as doubles, so the value tells the kind. */
const kindOfNumber = (value: number): string => {
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double'
  if (Math.abs(value) < 2 ** 31 || value === -(2 ** 31)) return 'int'
  return Math.abs(value) < 2 ** 63 ? 'long' : 'double'
}

/** Compiles the arguments of an operator that takes between `least` and `most` of them; a single one may stand alone. */
export const argumentsOf = (argument: unknown, name: string, least: number, most = least): Expression[] => {
  const list = Array.isArray(argument) ? argument : [argument]
  if (list.length < least || list.length > most) {
    const wanted = least === most ? String(least) : most === Infinity ? `at least ${least}` : `${least} to ${most}`
    throw invalidParam(`${name} takes ${wanted} arguments, ${list.length} were passed`)
  }
  return list.map(compile)
}

/** An operator over a fixed number of evaluated arguments. */
export const taking =
  (least: number, most: number, work: (values: unknown[], name: string) => unknown): Operator =>
  (argument, name) => {
    const parts = argumentsOf(argument, name, least, most)
    return (scope) =>
      work(
        parts.map((part) => part(scope)),
        name,
      )
  }

/** Compiles the named arguments of an operator. Throws INVALID_PARAM for one it does not know, or one it misses. */
export const namedOf = (
  argument: unknown,
  name: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Record<string, Expression> => {
  if (!isPlain(argument)) throw invalidParam(`${name} takes an object`)
  const stranger = Object.keys(argument).find((key) => !required.includes(key) && !optional.includes(key))
  if (stranger !== undefined) throw invalidParam(`${name} does not know "${stranger}"`)
  const missing = required.find((key) => argument[key] === undefined)
  if (missing !== undefined) throw invalidParam(`${name} needs "${missing}"`)
  return Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, compile(value)]))
}

/** Refuses a value an operator cannot work with. */
export const misfit = (name: string, wanted: string, value: unknown): never => {
  throw invalidParam(`${name} needs ${wanted}, not ${kindOf(value)}`)
}

/** A number, or a refusal that names the operator. */
export const numberFor = (value: unknown, name: string): number => {
  if (typeof value === 'number') return value
  return (value as { _bsontype?: string } | null | undefined)?._bsontype === 'Decimal128'
    ? Number(value)
    : misfit(name, 'numbers', value)
}

/** A whole number, or a refusal that names the operator. */
export const wholeFor = (value: unknown, name: string): number =>
  Number.isInteger(value) ? (value as number) : misfit(name, 'a whole number', value)

/** An array, or a refusal that names the operator. */
export const arrayFor = (value: unknown, name: string): unknown[] =>
  Array.isArray(value) ? value : misfit(name, 'an array', value)
