import { invalidParam } from '../errors'
import { isPlain, type Document } from './ejson'
import { valuesAt } from './paths'

type Position = readonly [longitude: number, latitude: number]
type Ring = readonly Position[]
type Polygon = readonly Ring[]
type Test = (value: unknown) => boolean

const EARTH_RADIUS_METRES = 6_378_100

const geometryOf = (value: unknown): { type: string; coordinates: unknown } | undefined =>
  isPlain(value) && typeof value.type === 'string' && Array.isArray(value.coordinates)
    ? { type: value.type, coordinates: value.coordinates }
    : undefined

const pointOf = (value: unknown): Position | undefined => {
  const geometry = geometryOf(value)
  return geometry?.type === 'Point' ? (geometry.coordinates as Position) : undefined
}

const polygonsOf = (value: unknown): readonly Polygon[] | undefined => {
  const geometry = geometryOf(value)
  if (geometry?.type === 'Polygon') return [geometry.coordinates as Polygon]
  return geometry?.type === 'MultiPolygon' ? (geometry.coordinates as Polygon[]) : undefined
}

const isInRing = ([x, y]: Position, ring: Ring): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as Position
    const [bx, by] = ring[j] as Position
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

const isInPolygons = (point: Position, polygons: readonly Polygon[]): boolean =>
  polygons.some(
    ([outer, ...holes]) =>
      outer !== undefined && isInRing(point, outer) && !holes.some((hole) => isInRing(point, hole)),
  )

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in metres, on the sphere MongoDB uses. */
export const metresBetween = ([ax, ay]: Position, [bx, by]: Position): number => {
  const half = (angle: number): number => Math.sin(radians(angle) / 2) ** 2
  const arc = half(by - ay) + Math.cos(radians(ay)) * Math.cos(radians(by)) * half(bx - ax)
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(arc)))
}

const refused = (operator: string, what: string): never => {
  throw invalidParam(`${operator} of this cloud does not do ${what}`)
}

const within = (operand: unknown): Test => {
  const { $geometry, $centerSphere, ...unknown } = (operand ?? {}) as Document
  const [stranger] = Object.keys(unknown)
  if (stranger) return refused('$geoWithin', stranger)
  if (Array.isArray($centerSphere)) {
    const [centre, radius] = $centerSphere as [Position, number]
    return pointTest('$geoWithin', (point) => metresBetween(point, centre) <= radius * EARTH_RADIUS_METRES)
  }
  const polygons = polygonsOf($geometry) ?? refused('$geoWithin', 'this geometry')
  return pointTest('$geoWithin', (point) => isInPolygons(point, polygons))
}

const pointTest =
  (operator: string, test: (point: Position) => boolean): Test =>
  (value) => {
    if (geometryOf(value) === undefined) return false
    const point = pointOf(value)
    return point ? test(point) : refused(operator, 'stored geometries other than points')
  }

const intersects = (operand: unknown): Test => {
  const wanted = (operand as Document | undefined)?.$geometry
  const wantedPoint = pointOf(wanted)
  const wantedPolygons = polygonsOf(wanted)
  if (!wantedPoint && !wantedPolygons) return refused('$geoIntersects', 'this geometry')
  return (value) => {
    if (geometryOf(value) === undefined) return false
    const point = pointOf(value)
    const polygons = polygonsOf(value)
    if (point && wantedPolygons) return isInPolygons(point, wantedPolygons)
    if (polygons && wantedPoint) return isInPolygons(wantedPoint, polygons)
    if (point && wantedPoint) return point[0] === wantedPoint[0] && point[1] === wantedPoint[1]
    return refused('$geoIntersects', 'areas with areas, nor lines')
  }
}

const near = (operand: unknown): Test => {
  const { $geometry, $maxDistance = Infinity, $minDistance = 0 } = (operand ?? {}) as Document
  const centre = pointOf($geometry) ?? refused('$nearSphere', 'anything but a point')
  return pointTest('$nearSphere', (point) => {
    const metres = metresBetween(point, centre)
    return metres <= Number($maxDistance) && metres >= Number($minDistance)
  })
}

const operator =
  (compile: (operand: unknown) => Test) =>
  (path: string, operand: unknown): ((document: Document) => boolean) => {
    const test = compile(operand)
    return (document) => valuesAt(document, path).some(test)
  }

/**
 * The geometry operators of queries, which mingo lacks: points in areas and circles, areas around a point, and
 * nearness. Areas are flat polygons, right to the metre at the size of a city. What it cannot do, it refuses.
 */
export const geoOperators = {
  $geoWithin: operator(within),
  $geoIntersects: operator(intersects),
  $nearSphere: operator(near),
}

const pointsAt = (document: Document, path: string): Position[] =>
  valuesAt(document, path)
    .map(pointOf)
    .filter((point): point is Position => point !== undefined)

/** For a query with `$nearSphere`, how far a document is; undefined for other queries. */
export const distanceFor = (query: Document): ((document: Document) => number) | undefined => {
  for (const [path, condition] of Object.entries(query)) {
    const centre =
      isPlain(condition) && isPlain(condition.$nearSphere) ? pointOf(condition.$nearSphere.$geometry) : undefined
    if (centre) return (document) => Math.min(...pointsAt(document, path).map((point) => metresBetween(point, centre)))
  }
  return undefined
}
