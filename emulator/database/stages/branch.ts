import { invalidParam } from '../../errors'
import { isPlain } from '../ejson'
import { specOf, type StageCompiler } from './stage'

const BARRED_IN_FACET = ['$facet', '$geoNear', '$out', '$merge']

const facet: StageCompiler = (argument, name, around) => {
  if (!isPlain(argument) || Object.keys(argument).length === 0) throw invalidParam(`${name} needs a pipeline`)
  const branches = Object.entries(argument).map(([field, stages]) => {
    if (field.includes('.') || field.startsWith('$')) throw invalidParam(`"${field}" of ${name} is no name of a field`)
    const barred = [stages].flat().flatMap((stage) => (isPlain(stage) ? Object.keys(stage) : []))
    const found = barred.find((operator) => BARRED_IN_FACET.includes(operator))
    if (found) throw invalidParam(`${found} is not allowed within ${name}`)
    return [field, around.compile(stages, name)] as const
  })
  return (documents, run) => [Object.fromEntries(branches.map(([field, step]) => [field, step(documents, run)]))]
}

const unionWith: StageCompiler = (argument, name, around) => {
  const spec = specOf(typeof argument === 'string' ? { coll: argument } : argument, name, ['coll'], ['pipeline'])
  const step = around.compile(spec.pipeline ?? [], name)
  const table = around.table(spec.coll)
  return (documents, run) => [...documents, ...step(around.read(table, {}, run), run)]
}

/** The stages that run pipelines of their own. */
export const branching: Readonly<Record<string, StageCompiler>> = { $facet: facet, $unionWith: unionWith }
