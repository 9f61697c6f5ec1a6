import { invalidParam } from '../../errors'
import { isPlain, type Document } from '../ejson'
import { nearestAt } from '../geo'
import { shapeOf, type Position } from '../geometry'
import { matcherOf } from '../match'
import { fieldsOf, withValueAt } from '../paths'
import { countFor, fieldNameFor, specOf, type StageCompiler } from './stage'

const KNOWN = [
  'spherical',
  'minDistance',
  'maxDistance',
  'query',
  'distanceMultiplier',
  'includeLocs',
  'key',
  'limit',
  'num',
  'uniqueDocs',
]

const numberFor = (value: unknown, name: string, fallback: number): number => {
  if (value === undefined || value === null) return fallback
  if (typeof value !== 'number' || !(value >= 0)) throw invalidParam(`${name} is a number that is not negative`)
  return value
}

/**
 * `$geoNear`: documents from near to far with their distance in metres, times `distanceMultiplier`. Without `key` the
 * one path that holds geometry is taken, as CloudBase takes the one geographic index; two such paths are refused.
 */
export const geoNear: StageCompiler = (argument, name) => {
  const spec = specOf(argument, name, ['near', 'distanceField'], KNOWN)
  const near = shapeOf(spec.near)
  if (near?.type !== 'Point') throw invalidParam(`"near" of ${name} is a Point`)
  if (spec.spherical === false) throw invalidParam(`${name} of this cloud does not do "spherical": false`)
  const centre = near.points[0] as Position
  const distanceField = fieldsOf(fieldNameFor(spec.distanceField, `"distanceField" of ${name}`))
  const places = spec.includeLocs === undefined ? undefined : fieldsOf(fieldNameFor(spec.includeLocs, name))
  const least = numberFor(spec.minDistance, `"minDistance" of ${name}`, 0)
  const most = numberFor(spec.maxDistance, `"maxDistance" of ${name}`, Infinity)
  const multiplier = numberFor(spec.distanceMultiplier, `"distanceMultiplier" of ${name}`, 1)
  const limit = spec.limit ?? spec.num
  const count = limit === undefined ? Infinity : countFor(limit, `"limit" of ${name}`, 1)
  const query = (spec.query ?? {}) as Document
  matcherOf(query)
  return (documents, run) => {
    const key = spec.key === undefined ? onlyPath(documents, name) : fieldNameFor(spec.key, `"key" of ${name}`)
    return documents
      .filter(matcherOf(query, run))
      .flatMap((document) => {
        const nearest = key === undefined ? undefined : nearestAt(document, key, centre)
        return nearest && nearest.metres >= least && nearest.metres <= most ? [{ document, ...nearest }] : []
      })
      .sort((a, b) => a.metres - b.metres)
      .slice(0, count)
      .map(({ document, metres, place }) => {
        const found = withValueAt(document, distanceField, metres * multiplier)
        return (places ? withValueAt(found, places, place) : found) as Document
      })
  }
}

const pathsOf = (value: unknown, prefix: string): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => (isPlain(item) ? pathsOf(item, prefix) : []))
  if (shapeOf(value)) return [prefix]
  if (!isPlain(value)) return []
  return Object.entries(value).flatMap(([field, item]) => pathsOf(item, prefix ? `${prefix}.${field}` : field))
}

const onlyPath = (documents: readonly Document[], name: string): string | undefined => {
  const [path, other] = new Set(documents.flatMap((document) => pathsOf(document, '')))
  if (other !== undefined) throw invalidParam(`${name} needs "key": both "${path}" and "${other}" hold geometry`)
  return path
}
