import { invalidParam } from '../errors'
import { isPlain, type Document } from './ejson'
import { doIntersect, isWithin, isWithinMetres, metresOfRadians, metresTo, shapeOf, type Position } from './geometry'
import { valuesAt } from './paths'

type Test = (value: unknown) => boolean

const refused = (operator: string, what: string): never => {
  throw invalidParam(`${operator} of this cloud does not do ${what}`)
}

const optionsOf = (operand: unknown, operator: string, known: readonly string[]): Document => {
  const options = isPlain(operand) ? operand : refused(operator, 'a value that is no object')
  const stranger = Object.keys(options).find((key) => !known.includes(key))
  return stranger === undefined ? options : refused(operator, stranger)
}

const geometryTest =
  (holds: (shape: NonNullable<ReturnType<typeof shapeOf>>) => boolean): Test =>
  (value) => {
    const shape = shapeOf(value)
    if (shape) return holds(shape)
    return Array.isArray(value) && value.some(geometryTest(holds))
  }

const circle = (value: unknown): { centre: Position; metres: number } => {
  const [centre, radius] = Array.isArray(value) ? (value as unknown[]) : []
  const point = shapeOf({ type: 'Point', coordinates: centre })?.points[0]
  if (!point || typeof radius !== 'number' || radius < 0)
    throw invalidParam('$centerSphere takes a position and a radius in radians')
  return { centre: point, metres: metresOfRadians(radius) }
}

const within = (operand: unknown): Test => {
  const { $geometry, $centerSphere } = optionsOf(operand, '$geoWithin', ['$geometry', '$centerSphere'])
  if ($centerSphere !== undefined) {
    const { centre, metres } = circle($centerSphere)
    return geometryTest((shape) => isWithinMetres(shape, centre, metres))
  }
  const area = shapeOf($geometry)
  if (!area || area.areas.length === 0 || area.points.length > 0 || area.lines.length > 0)
    throw invalidParam('$geoWithin needs a Polygon or MultiPolygon')
  return geometryTest((shape) => isWithin(shape, area.areas))
}

const intersects = (operand: unknown): Test => {
  const { $geometry } = optionsOf(operand, '$geoIntersects', ['$geometry'])
  const wanted = shapeOf($geometry)
  if (!wanted) throw invalidParam('$geoIntersects needs a geometry')
  return geometryTest((shape) => doIntersect(shape, wanted))
}

/** A `$nearSphere` read: where from, and between which distances in metres. */
const nearness = (operand: unknown): { centre: Position; least: number; most: number } => {
  const options = optionsOf(operand, '$nearSphere', ['$geometry', '$maxDistance', '$minDistance'])
  const centre = shapeOf(options.$geometry)
  if (centre?.type !== 'Point') throw invalidParam('$nearSphere needs a Point')
  const bound = (value: unknown, fallback: number): number => {
    if (value === undefined || value === null) return fallback
    if (typeof value !== 'number' || value < 0) throw invalidParam('distances of $nearSphere are not negative')
    return value
  }
  return {
    centre: centre.points[0] as Position,
    least: bound(options.$minDistance, 0),
    most: bound(options.$maxDistance, Infinity),
  }
}

const near = (operand: unknown): Test => {
  const { centre, least, most } = nearness(operand)
  return geometryTest((shape) => {
    const metres = metresTo(centre, shape)
    return metres >= least && metres <= most
  })
}

/**
 * The geometry operators of queries: any geometry in areas and circles, geometries that share a point, nearness.
 * Edges are straight on the map, right to the metre at the size of a city, where MongoDB's follow the globe.
 */
export const geoTests: Readonly<Record<string, (operand: unknown) => Test>> = {
  $geoWithin: within,
  $geoIntersects: intersects,
  $nearSphere: near,
}

/** Metres from a point to the nearest geometry at a path of a document, and that geometry; undefined if there is none. */
export const nearestAt = (
  document: Document,
  path: string,
  centre: Position,
): { metres: number; place: unknown } | undefined => {
  let best: { metres: number; place: unknown } | undefined
  for (const place of valuesAt(document, path).flat()) {
    const shape = shapeOf(place)
    const metres = shape ? metresTo(centre, shape) : Infinity
    if (shape && (best === undefined || metres < best.metres)) best = { metres, place }
  }
  return best
}

/** For a query with `$nearSphere`, how far a document is; undefined for other queries. */
export const distanceFor = (query: Document): ((document: Document) => number) | undefined => {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      const found = condition.map((part) => distanceFor(part as Document)).find((distance) => distance !== undefined)
      if (found) return found
    } else if (isPlain(condition) && condition.$nearSphere !== undefined) {
      const { centre } = nearness(condition.$nearSphere)
      return (document) => nearestAt(document, path, centre)?.metres ?? Infinity
    }
  }
  return undefined
}
