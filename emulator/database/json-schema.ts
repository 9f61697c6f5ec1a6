import { invalidParam } from '../errors'
import { isSame } from './compare'
import { isPlain, type Document } from './ejson'
import { kindOf } from './expressions/expression'
import { patternOf } from './patterns'

type Test = (value: unknown) => boolean
/** Makes the test of one keyword; `schema` is the whole it stands in. */
type Keyword = (operand: unknown, schema: Document) => Test

const NUMBERS = ['int', 'long', 'double', 'decimal']
const JSON_TYPES: Record<string, readonly string[]> = {
  object: ['object'],
  array: ['array'],
  number: NUMBERS,
  boolean: ['bool'],
  string: ['string'],
  null: ['null'],
}
const KINDS = [
  ...NUMBERS,
  'object',
  'array',
  'bool',
  'string',
  'null',
  'date',
  'objectId',
  'regex',
  'binData',
  'timestamp',
]

const need = (holds: boolean, keyword: string, what: string): void => {
  if (!holds) throw invalidParam(`$jsonSchema keyword "${keyword}" takes ${what}`)
}

const numeric =
  (
    keyword: string,
    applies: (value: unknown) => number | undefined,
    holds: (size: number, bound: number) => boolean,
  ): Keyword =>
  (operand) => {
    need(typeof operand === 'number', keyword, 'a number')
    return (value) => {
      const size = applies(value)
      return size === undefined || holds(size, operand as number)
    }
  }

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
const lengthIn = (value: unknown): number | undefined => (typeof value === 'string' ? [...value].length : undefined)
const itemsIn = (value: unknown): number | undefined => (Array.isArray(value) ? value.length : undefined)
const fieldsIn = (value: unknown): number | undefined => (isPlain(value) ? Object.keys(value).length : undefined)

const bound = (isLower: boolean): Keyword => {
  const [keyword, exclusive] = isLower ? ['minimum', 'exclusiveMinimum'] : ['maximum', 'exclusiveMaximum']
  return (operand, schema) =>
    numeric(keyword as string, numberIn, (size, limit) => {
      const order = isLower ? size - limit : limit - size
      return schema[exclusive as string] === true ? order > 0 : order >= 0
    })(operand, schema)
}

const ofTypes =
  (keyword: string, kindsOf: (name: string) => readonly string[] | undefined): Keyword =>
  (operand) => {
    const wanted = new Set(
      [operand].flat().flatMap((name) => {
        const kinds = kindsOf(String(name))
        if (!kinds) throw invalidParam(`$jsonSchema keyword "${keyword}" does not know ${String(name)}`)
        return kinds
      }),
    )
    return (value) => wanted.has(kindOf(value))
  }

const listOf = (operand: unknown, keyword: string): Test[] => {
  need(Array.isArray(operand) && operand.length > 0, keyword, 'an array of schemas')
  return (operand as unknown[]).map(schemaTest)
}

const namesOf = (operand: unknown, keyword: string): string[] => {
  need(Array.isArray(operand) && operand.every((name) => typeof name === 'string'), keyword, 'an array of names')
  return operand as string[]
}

const schemasOf = (operand: unknown, keyword: string): [string, Test][] => {
  need(isPlain(operand), keyword, 'an object of schemas')
  return Object.entries(operand as Document).map(([name, schema]) => [name, schemaTest(schema)])
}

const others: Keyword = (operand, schema) => {
  const known = Object.keys(isPlain(schema.properties) ? schema.properties : {})
  const patterns = Object.keys(isPlain(schema.patternProperties) ? schema.patternProperties : {}).map((p) =>
    patternOf(p, ''),
  )
  const test = isPlain(operand) ? schemaTest(operand) : () => operand !== false
  return (value) =>
    !isPlain(value) ||
    Object.entries(value).every(
      ([name, item]) => known.includes(name) || patterns.some((pattern) => pattern.test(name)) || test(item),
    )
}

const items: Keyword = (operand, schema) => {
  if (!Array.isArray(operand)) {
    const test = schemaTest(operand)
    return (value) => !Array.isArray(value) || value.every(test)
  }
  const tests = operand.map(schemaTest)
  const { additionalItems } = schema
  const rest = isPlain(additionalItems) ? schemaTest(additionalItems) : () => additionalItems !== false
  return (value) => !Array.isArray(value) || value.every((item, i) => (tests[i] ?? rest)(item))
}

const always: Keyword = () => () => true

const keywords: Record<string, Keyword> = {
  bsonType: ofTypes('bsonType', (name) => (name === 'number' ? NUMBERS : KINDS.includes(name) ? [name] : undefined)),
  type: ofTypes('type', (name) => JSON_TYPES[name]),
  enum: (operand) => {
    need(Array.isArray(operand), 'enum', 'an array')
    return (value) => (operand as unknown[]).some((item) => isSame(item, value))
  },
  required: (operand) => {
    const names = namesOf(operand, 'required')
    return (value) => !isPlain(value) || names.every((name) => Object.hasOwn(value, name))
  },
  properties: (operand) => {
    const tests = schemasOf(operand, 'properties')
    return (value) => !isPlain(value) || tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value[name]))
  },
  patternProperties: (operand) => {
    const tests = schemasOf(operand, 'patternProperties').map(([name, test]) => [patternOf(name, ''), test] as const)
    return (value) =>
      !isPlain(value) ||
      Object.entries(value).every(([name, item]) => tests.every(([pattern, test]) => !pattern.test(name) || test(item)))
  },
  additionalProperties: others,
  items,
  additionalItems: always,
  minimum: bound(true),
  maximum: bound(false),
  exclusiveMinimum: always,
  exclusiveMaximum: always,
  multipleOf: numeric('multipleOf', numberIn, (size, step) => size % step === 0),
  minLength: numeric('minLength', lengthIn, (size, least) => size >= least),
  maxLength: numeric('maxLength', lengthIn, (size, most) => size <= most),
  minItems: numeric('minItems', itemsIn, (size, least) => size >= least),
  maxItems: numeric('maxItems', itemsIn, (size, most) => size <= most),
  minProperties: numeric('minProperties', fieldsIn, (size, least) => size >= least),
  maxProperties: numeric('maxProperties', fieldsIn, (size, most) => size <= most),
  uniqueItems: (operand) => (value) =>
    operand !== true ||
    !Array.isArray(value) ||
    value.every((item, at) => !value.slice(0, at).some((other) => isSame(item, other))),
  pattern: (operand) => {
    need(typeof operand === 'string', 'pattern', 'a string')
    const pattern = patternOf(operand as string, '')
    return (value) => typeof value !== 'string' || pattern.test(value)
  },
  allOf: (operand) => {
    const tests = listOf(operand, 'allOf')
    return (value) => tests.every((test) => test(value))
  },
  anyOf: (operand) => {
    const tests = listOf(operand, 'anyOf')
    return (value) => tests.some((test) => test(value))
  },
  oneOf: (operand) => {
    const tests = listOf(operand, 'oneOf')
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (operand) => {
    const test = schemaTest(operand)
    return (value) => !test(value)
  },
  title: always,
  description: always,
}

/**
 * The test of a `$jsonSchema`: draft 4 with MongoDB's `bsonType`. A keyword says nothing about values of another kind.
 * Throws INVALID_PARAM naming the keyword it does not know.
 */
export const schemaTest = (schema: unknown): Test => {
  if (!isPlain(schema)) throw invalidParam('$jsonSchema takes an object')
  const tests = Object.entries(schema).map(([name, operand]) => {
    const keyword = Object.hasOwn(keywords, name) ? keywords[name] : undefined
    if (!keyword) throw invalidParam(`$jsonSchema does not know the keyword "${name}"`)
    return keyword(operand, schema)
  })
  return (value) => tests.every((test) => test(value))
}
