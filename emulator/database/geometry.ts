import { isPlain } from './ejson'

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number]
type Line = readonly Position[]
type Ring = readonly Position[]
type Polygon = readonly Ring[]

/** Any GeoJSON geometry taken apart into points, lines and areas. */
export interface Shape {
  readonly type: string
  readonly points: readonly Position[]
  readonly lines: readonly Line[]
  readonly areas: readonly Polygon[]
}

const EARTH_RADIUS_METRES = 6_378_100
const EMPTY = { points: [], lines: [], areas: [] }

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
const isLine = (value: unknown): value is Line => Array.isArray(value) && value.length > 1 && value.every(isPosition)
const isArea = (value: unknown): value is Polygon =>
  Array.isArray(value) && value.length > 0 && value.every((ring) => isLine(ring) && ring.length > 3)
const all =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(is)

/** The geometry a value is, or undefined if it is none MongoDB would take for one. */
export const shapeOf = (value: unknown): Shape | undefined => {
  if (!isPlain(value) || typeof value.type !== 'string') return undefined
  const { type, coordinates } = value
  const shape = { type, ...EMPTY }
  if (type === 'Point') return isPosition(coordinates) ? { ...shape, points: [coordinates] } : undefined
  if (type === 'MultiPoint') return all(isPosition)(coordinates) ? { ...shape, points: coordinates } : undefined
  if (type === 'LineString') return isLine(coordinates) ? { ...shape, lines: [coordinates] } : undefined
  if (type === 'MultiLineString') return all(isLine)(coordinates) ? { ...shape, lines: coordinates } : undefined
  if (type === 'Polygon') return isArea(coordinates) ? { ...shape, areas: [coordinates] } : undefined
  if (type === 'MultiPolygon') return all(isArea)(coordinates) ? { ...shape, areas: coordinates } : undefined
  if (type !== 'GeometryCollection' || !Array.isArray(value.geometries)) return undefined
  const parts = value.geometries.map(shapeOf).filter((part): part is Shape => part !== undefined)
  if (parts.length < value.geometries.length) return undefined
  return {
    type,
    points: parts.flatMap((part) => part.points),
    lines: parts.flatMap((part) => part.lines),
    areas: parts.flatMap((part) => part.areas),
  }
}

type Segment = readonly [Position, Position]

const segmentsOf = (line: Line): Segment[] => line.slice(1).map((end, i) => [line[i] as Position, end])
const edgesOf = (area: Polygon): Segment[] => area.flatMap(segmentsOf)

/** Twice the area of a triangle, positive when it turns left; what is smaller than the noise of degrees is 0. */
const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number => {
  const value = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  return Math.abs(value) < 1e-14 ? 0 : value
}

const isBetween = (p: Position, [a, b]: Segment): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])

const isOnSegment = (p: Position, segment: Segment): boolean =>
  turn(segment[0], segment[1], p) === 0 && isBetween(p, segment)

const doTouch = (one: Segment, two: Segment): boolean => {
  const [a, b] = [turn(two[0], two[1], one[0]), turn(two[0], two[1], one[1])]
  const [c, d] = [turn(one[0], one[1], two[0]), turn(one[0], one[1], two[1])]
  if (((a > 0 && b < 0) || (a < 0 && b > 0)) && ((c > 0 && d < 0) || (c < 0 && d > 0))) return true
  return isOnSegment(one[0], two) || isOnSegment(one[1], two) || isOnSegment(two[0], one) || isOnSegment(two[1], one)
}

const isInsideRing = ([x, y]: Position, ring: Ring): boolean => {
  let inside = false
  for (const [[ax, ay], [bx, by]] of segmentsOf(ring))
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  return inside
}

const isOnRing = (p: Position, ring: Ring): boolean => segmentsOf(ring).some((segment) => isOnSegment(p, segment))

/** Whether a point is in an area; its edge and the edges of its holes belong to it. */
const isInArea = (p: Position, [outer, ...holes]: Polygon): boolean => {
  if (!outer) return false
  if (isOnRing(p, outer) || holes.some((hole) => isOnRing(p, hole))) return true
  return isInsideRing(p, outer) && !holes.some((hole) => isInsideRing(p, hole))
}

const lineMeetsArea = (line: Line, area: Polygon): boolean =>
  line.some((p) => isInArea(p, area)) ||
  segmentsOf(line).some((segment) => edgesOf(area).some((edge) => doTouch(segment, edge)))

const areasMeet = (one: Polygon, two: Polygon): boolean =>
  lineMeetsArea(one[0] ?? [], two) || lineMeetsArea(two[0] ?? [], one)

const linesMeet = (one: Line, two: Line): boolean =>
  segmentsOf(one).some((a) => segmentsOf(two).some((b) => doTouch(a, b)))

/** Whether two geometries share a point. */
export const doIntersect = (one: Shape, two: Shape): boolean =>
  one.points.some((p) => holdsPoint(two, p)) ||
  two.points.some((p) => holdsPoint(one, p)) ||
  one.lines.some((a) => two.lines.some((b) => linesMeet(a, b)) || two.areas.some((b) => lineMeetsArea(a, b))) ||
  one.areas.some((a) => two.lines.some((b) => lineMeetsArea(b, a)) || two.areas.some((b) => areasMeet(a, b)))

const holdsPoint = ({ points, lines, areas }: Shape, p: Position): boolean =>
  points.some(([x, y]) => x === p[0] && y === p[1]) ||
  lines.some((line) => segmentsOf(line).some((segment) => isOnSegment(p, segment))) ||
  areas.some((area) => isInArea(p, area))

/** Where along a segment it meets others, from 0 to 1, so that between two of them it is all in or all out. */
const cutsOf = ([a, b]: Segment, edges: readonly Segment[]): number[] => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const cuts = edges.flatMap(([c, d]) => {
    const [ex, ey] = [d[0] - c[0], d[1] - c[1]]
    const across = dx * ey - dy * ex
    if (across !== 0) return [((c[0] - a[0]) * ey - (c[1] - a[1]) * ex) / across]
    const length = dx * dx + dy * dy
    return length === 0 ? [] : [c, d].map(([x, y]) => ((x - a[0]) * dx + (y - a[1]) * dy) / length)
  })
  return [0, ...cuts.filter((at) => at > 0 && at < 1).sort((x, y) => x - y), 1]
}

const isLineInside = (line: Line, areas: readonly Polygon[]): boolean => {
  const edges = areas.flatMap(edgesOf)
  const isIn = (p: Position): boolean => areas.some((area) => isInArea(p, area))
  return (
    line.every(isIn) &&
    segmentsOf(line).every((segment) => {
      const cuts = cutsOf(segment, edges)
      const [a, b] = segment
      return cuts.slice(1).every((end, i) => {
        const middle = ((cuts[i] as number) + end) / 2
        return isIn([a[0] + (b[0] - a[0]) * middle, a[1] + (b[1] - a[1]) * middle])
      })
    })
  )
}

/** An area is inside when its edges are, and no hole of the container lies within it. */
const isAreaInside = (area: Polygon, areas: readonly Polygon[]): boolean =>
  area.every((ring) => isLineInside(ring, areas)) &&
  !areas.some(([, ...holes]) =>
    holes.some((hole) => hole.every((p) => isInArea(p, area)) && !area.slice(1).some((own) => coversRing(own, hole))),
  )

const coversRing = (ring: Ring, inner: Ring): boolean => inner.every((p) => isInsideRing(p, ring) || isOnRing(p, ring))

/** Whether a geometry lies wholly within areas. */
export const isWithin = ({ points, lines, areas }: Shape, within: readonly Polygon[]): boolean =>
  points.every((p) => within.some((area) => isInArea(p, area))) &&
  lines.every((line) => isLineInside(line, within)) &&
  areas.every((area) => isAreaInside(area, within))

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in metres, on the sphere MongoDB uses. */
export const metresBetween = ([ax, ay]: Position, [bx, by]: Position): number => {
  const half = (angle: number): number => Math.sin(radians(angle) / 2) ** 2
  const arc = half(by - ay) + Math.cos(radians(ay)) * Math.cos(radians(by)) * half(bx - ax)
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(arc)))
}

const metresToSegment = (p: Position, [a, b]: Segment): number => {
  const shrink = Math.cos(radians(p[1]))
  const [dx, dy] = [(b[0] - a[0]) * shrink, b[1] - a[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((p[0] - a[0]) * shrink * dx + (p[1] - a[1]) * dy) / length
  const at = Math.max(0, Math.min(1, along))
  return metresBetween(p, [a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at])
}

/** Metres from a point to the nearest point of a geometry; 0 inside an area. */
export const metresTo = (p: Position, { points, lines, areas }: Shape): number => {
  if (areas.some((area) => isInArea(p, area))) return 0
  const segments = [...lines.flatMap(segmentsOf), ...areas.flatMap(edgesOf)]
  const all = [...points.map((other) => metresBetween(p, other)), ...segments.map((s) => metresToSegment(p, s))]
  return all.reduce((least, metres) => Math.min(least, metres), Infinity)
}

/** Whether every part of a geometry is at most so far from a point; for areas and lines their corners decide. */
export const isWithinMetres = ({ points, lines, areas }: Shape, centre: Position, metres: number): boolean =>
  [...points, ...lines.flat(), ...areas.flatMap((area) => area[0] ?? [])].every(
    (p) => metresBetween(p, centre) <= metres,
  )

/** Metres of an angle on the earth, for `$centerSphere`. */
export const metresOfRadians = (angle: number): number => angle * EARTH_RADIUS_METRES
