import { invalidParam } from '../errors'
import { isPlain, type Document } from './ejson'
import { compile, isTrue, type Variables } from './expressions/all'
import { schemaTest } from './json-schema'
import { fieldsOf, someAt } from './paths'
import { patternTest } from './patterns'
import { equalTest, predicates, type Predicate, type Test } from './predicates'

/** Whether a document meets a query. */
export type Matcher = (document: Document) => boolean

/** What `$expr` in a query may see beside the document. */
export interface QueryScope {
  readonly variables?: Variables
  readonly now?: number
}

/** Names of all operators a query may use, and of those that hold queries. */
export const knownConditions = (): string[] => [
  ...Object.keys(topLevel),
  ...Object.keys(predicates),
  '$not',
  '$all',
  '$elemMatch',
]

const isOperators = (value: unknown): value is Document =>
  isPlain(value) && Object.keys(value).some((key) => key.startsWith('$'))

const listOf = (value: unknown, operator: string, scope: QueryScope): Matcher[] => {
  if (!Array.isArray(value) || value.length === 0) throw invalidParam(`${operator} needs an array that is not empty`)
  return value.map((part) => matcherOf(part as Document, scope))
}

const topLevel: Record<string, (value: unknown, scope: QueryScope) => Matcher> = {
  $and: (value, scope) => {
    const parts = listOf(value, '$and', scope)
    return (document) => parts.every((part) => part(document))
  },
  $or: (value, scope) => {
    const parts = listOf(value, '$or', scope)
    return (document) => parts.some((part) => part(document))
  },
  $nor: (value, scope) => {
    const parts = listOf(value, '$nor', scope)
    return (document) => !parts.some((part) => part(document))
  },
  $expr: (value, { variables = {}, now = 0 }) => {
    const expression = compile(value)
    return (document) => isTrue(expression({ root: document, variables, now }))
  },
  $jsonSchema: (value) => schemaTest(value),
  $comment: () => () => true,
}

/**
 * A test for documents from a MongoDB query, with MongoDB's own rules for gaps, null, arrays and kinds of values.
 * Throws INVALID_PARAM naming the operator it does not know, or does not run: `$where`, `$text`.
 */
export const matcherOf = (query: Document, scope: QueryScope = {}): Matcher => {
  if (!isPlain(query)) throw invalidParam('a query is an object')
  const parts = Object.entries(query).map(([key, value]): Matcher => {
    if (!key.startsWith('$')) return atPath(key, value)
    const operator = Object.hasOwn(topLevel, key) ? topLevel[key] : undefined
    if (!operator) throw invalidParam(`unknown query operator ${key}`)
    return operator(value, scope)
  })
  return (document) => parts.every((part) => part(document))
}

/** One condition: on what a path leads to, and on a single value, as an element of an array is. */
interface Condition {
  at(document: Document, fields: readonly string[]): boolean
  of(value: unknown): boolean
}

const fromPredicate = ({ test, leaf, negated }: Predicate): Condition => ({
  at: (document, fields) => someAt(document, fields, 0, leaf, test) !== negated,
  of: (value) => test(value) !== negated,
})

const opened = (test: Test): Condition => fromPredicate({ test, leaf: 'opened', negated: false })
const whole = (test: Test): Condition => fromPredicate({ test, leaf: 'whole', negated: false })

const atPath = (path: string, condition: unknown): Matcher => {
  const fields = fieldsOf(path)
  const conditions = conditionsOf(condition)
  return (document) => conditions.every((part) => part.at(document, fields))
}

const conditionsOf = (condition: unknown): Condition[] => {
  if (condition instanceof RegExp) return [opened(patternTest(condition))]
  if (!isOperators(condition)) return [opened(equalTest(condition))]
  return Object.entries(condition).map(([operator, operand]) => operation(operator, operand, condition))
}

const operation = (operator: string, operand: unknown, siblings: Document): Condition => {
  if (operator === '$not') return negation(operand)
  if (operator === '$all') return allOf(operand)
  if (operator === '$elemMatch') return whole(elementTest(operand))
  if (operator === '$options' && siblings.$regex !== undefined) return opened(() => true)
  const make = Object.hasOwn(predicates, operator) ? predicates[operator] : undefined
  if (!make) throw invalidParam(`unknown query operator ${operator}`)
  return fromPredicate(make(operand, siblings))
}

const together = (parts: readonly Condition[], negated: boolean): Condition => ({
  at: (document, fields) => parts.every((part) => part.at(document, fields)) !== negated,
  of: (value) => parts.every((part) => part.of(value)) !== negated,
})

const allOf = (operand: unknown): Condition => {
  if (!Array.isArray(operand)) throw invalidParam('$all needs an array')
  if (operand.length === 0) return opened(() => false)
  const parts = operand.flatMap((item) => {
    const stranger = isOperators(item) ? Object.keys(item).find((key) => key !== '$elemMatch') : undefined
    if (stranger) throw invalidParam(`$all takes values and $elemMatch, not ${stranger}`)
    return conditionsOf(item)
  })
  return together(parts, false)
}

/** `$not` holds where its conditions do not all hold; each is looked for along the path on its own. */
const negation = (operand: unknown): Condition => {
  if (!(operand instanceof RegExp) && !isOperators(operand))
    throw invalidParam('$not needs a regular expression or an object of operators')
  return together(conditionsOf(operand), true)
}

/** Whether an array has an element that meets all of a condition: a query for objects, operators for any value. */
const elementTest = (operand: unknown): Test => {
  if (!isPlain(operand)) throw invalidParam('$elemMatch needs an object')
  const keys = Object.keys(operand)
  if (keys.length > 0 && keys.every((key) => key.startsWith('$') && !Object.hasOwn(topLevel, key))) {
    const condition = together(conditionsOf(operand), false)
    return (value) => Array.isArray(value) && value.some((item) => condition.of(item))
  }
  const matches = matcherOf(operand)
  return (value) => Array.isArray(value) && value.some((item) => isFields(item) && matches(fieldsIn(item)))
}

const isFields = (item: unknown): item is Document | unknown[] => isPlain(item) || Array.isArray(item)

const fieldsIn = (item: Document | unknown[]): Document => (Array.isArray(item) ? { ...item } : item) as Document
