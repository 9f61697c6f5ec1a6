import { invalidParam } from '../../errors'
import { compareValues } from '../compare'
import { isPlain } from '../ejson'
import { argumentsOf, compile, isNothing, isTrue, namedOf, register, taking, type Operator } from './expression'

/** Order of two values in an expression, where missing comes before null. */
export const compareExactly = (a: unknown, b: unknown): number =>
  isNothing(a) && isNothing(b) ? Number(b === undefined) - Number(a === undefined) : compareValues(a, b)

const comparing = (holds: (order: number) => boolean): Operator => taking(2, 2, ([a, b]) => holds(compareExactly(a, b)))

const conditional: Operator = (argument, name) => {
  const parts = Array.isArray(argument) ? argumentsOf(argument, name, 3) : undefined
  const named = parts ? undefined : namedOf(argument, name, ['if', 'then', 'else'])
  const [test, yes, no] = parts ?? [named?.if, named?.then, named?.else]
  return (scope) => (isTrue(test?.(scope)) ? yes : no)?.(scope)
}

const branches: Operator = (argument, name) => {
  const { branches: list, default: fallback, ...rest } = isPlain(argument) ? argument : {}
  const [stranger] = Object.keys(rest)
  if (stranger) throw invalidParam(`${name} does not know "${stranger}"`)
  if (!Array.isArray(list) || list.length === 0) throw invalidParam(`${name} needs at least one branch`)
  const cases = list.map((branch) => namedOf(branch, `a branch of ${name}`, ['case', 'then']))
  const otherwise = fallback === undefined ? undefined : compile(fallback)
  return (scope) => {
    const met = cases.find((branch) => isTrue(branch.case?.(scope)))
    if (met) return met.then?.(scope)
    if (!otherwise) throw invalidParam(`${name} found no branch and has no default`)
    return otherwise(scope)
  }
}

const letIn: Operator = (argument, name) => {
  if (!isPlain(argument) || !isPlain(argument.vars) || argument.in === undefined)
    throw invalidParam(`${name} needs "vars" and "in"`)
  const variables = Object.entries(argument.vars).map(([key, value]) => {
    if (!/^[a-z\u0080-\uffff]/.test(key) && key !== 'CURRENT')
      throw invalidParam(`"${key}" is not the name of a variable: it begins with a small letter`)
    return [key, compile(value)] as const
  })
  const body = compile(argument.in)
  return (scope) =>
    body({
      ...scope,
      variables: {
        ...scope.variables,
        ...Object.fromEntries(variables.map(([key, value]) => [key, value(scope)])),
      },
    })
}

register({
  $and: (argument, name) => {
    const parts = argumentsOf(argument, name, 0, Infinity)
    return (scope) => parts.every((part) => isTrue(part(scope)))
  },
  $or: (argument, name) => {
    const parts = argumentsOf(argument, name, 0, Infinity)
    return (scope) => parts.some((part) => isTrue(part(scope)))
  },
  $not: taking(1, 1, ([value]) => !isTrue(value)),
  $cmp: taking(2, 2, ([a, b]) => Math.sign(compareExactly(a, b))),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $cond: conditional,
  $ifNull: (argument, name) => {
    const parts = argumentsOf(argument, name, 2, Infinity)
    return (scope) => {
      let value: unknown
      for (const part of parts) if (!isNothing((value = part(scope)))) return value
      return value
    }
  },
  $switch: branches,
  $let: letIn,
  $literal: (argument) => () => argument,
})
