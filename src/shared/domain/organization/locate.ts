import { metersAt } from './distance'
import { buildRaster, edgeSize, type Raster } from './raster'
import type { Grid } from './records'

type Spot = { longitude: number; latitude: number }

/**
 * An index over the outlines of grids, built once. Grids are ranked by id, compared as text, so that "the lower id" is
 * the smaller rank.
 */
export interface Locator {
  readonly gridIds: readonly string[]
  readonly raster: Raster
}

/** Builds the index: cells wholly inside one grid know it, the others keep the few edges that decide. */
export const locator = (grids: readonly Pick<Grid, '_id' | 'rings'>[]): Locator => {
  const ranked = [...grids].sort((a, b) => (a._id < b._id ? -1 : 1))
  return { gridIds: ranked.map(({ _id }) => _id), raster: buildRaster(ranked.map(({ rings }) => rings)) }
}

/** Degrees, about a millimetre: closer than that to the outermost border still counts as on it. */
const touching = 1e-8

/** The lowest-ranked outline of a cell whose edge runs through a spot that no outline contains, or -1. */
const touchedAt = ({ parts, edges }: Raster, at: number, x: number, y: number): number => {
  let next = at + 1
  for (let left = parts[at]!; left > 0; left -= 1) {
    const rank = parts[next]!
    const end = next + 3 + parts[next + 2]!
    for (next += 3; next < end; next += 1)
      if (degreesToEdge(edges, parts[next]! * edgeSize, x, y, 1, 1) <= touching) return rank
  }
  return -1
}

/**
 * The grid that a point belongs to, or null outside every grid. A point on a border belongs to the grid on its east, and on an
 * exactly east–west border to the one on its north; on the outermost border, where that side has no grid, to the grid that it
 * bounds. Should outlines overlap, the lower id wins. So every point of the area, corners included, has exactly one grid.
 */
export const gridOf = ({ gridIds, raster }: Locator, { longitude, latitude }: Spot): string | null => {
  const { columns, rows, cells, parts, edges } = raster
  const column = Math.floor((longitude - raster.west) * raster.perLongitude)
  const row = Math.floor((latitude - raster.south) * raster.perLatitude)
  if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return null
  const cell = cells[row * columns + column]!
  if (cell >= 0) return cell === 0 ? null : gridIds[cell - 1]!

  let next = 1 - cell
  for (let left = parts[-cell]!; left > 0; left -= 1) {
    const rank = parts[next]!
    let inside = parts[next + 1]!
    const end = next + 3 + parts[next + 2]!
    for (next += 3; next < end; next += 1) {
      const edge = parts[next]! * edgeSize
      const low = edges[edge + 1]!
      const high = edges[edge + 3]!
      if (latitude < low || latitude >= high) continue
      const west = edges[edge]!
      if ((longitude - west) * (high - low) < (latitude - low) * (edges[edge + 2]! - west)) inside ^= 1
    }
    if (inside === 1) return gridIds[rank]!
  }
  const touched = touchedAt(raster, -cell, longitude, latitude)
  return touched < 0 ? null : gridIds[touched]!
}

/** How far a spot lies from an edge, in the unit that one degree is scaled to. */
const degreesToEdge = (edges: Float64Array, edge: number, x: number, y: number, scaleX: number, scaleY: number) => {
  const fromX = (edges[edge]! - x) * scaleX
  const fromY = (edges[edge + 1]! - y) * scaleY
  const alongX = (edges[edge + 2]! - x) * scaleX - fromX
  const alongY = (edges[edge + 3]! - y) * scaleY - fromY
  const square = alongX * alongX + alongY * alongY
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(fromX * alongX + fromY * alongY) / square))
  return Math.hypot(fromX + share * alongX, fromY + share * alongY)
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.floor(value)))

/**
 * The grids whose border runs within so many metres of a point, nearest first, then the lower id. A border between two grids
 * brings both, whichever of them the point is in.
 */
export const gridsNear = (
  { gridIds, raster }: Locator,
  { longitude, latitude }: Spot,
  meters: number,
): { gridId: string; meters: number }[] => {
  const { columns, rows, cells, parts, edges, west, south } = raster
  const { perLongitude, perLatitude } = metersAt(latitude)
  const reach = { east: meters / perLongitude, north: meters / perLatitude }
  const columnAt = (degrees: number) => (degrees - west) * raster.perLongitude
  const rowAt = (degrees: number) => (degrees - south) * raster.perLatitude
  if (columnAt(longitude + reach.east) < 0 || columnAt(longitude - reach.east) >= columns) return []
  if (rowAt(latitude + reach.north) < 0 || rowAt(latitude - reach.north) >= rows) return []

  const nearest = new Map<number, number>()
  const measure = (at: number): void => {
    let next = at + 1
    for (let left = parts[at]!; left > 0; left -= 1) {
      const rank = parts[next]!
      const end = next + 3 + parts[next + 2]!
      for (next += 3; next < end; next += 1) {
        const away = degreesToEdge(edges, parts[next]! * edgeSize, longitude, latitude, perLongitude, perLatitude)
        if (away <= meters && away < (nearest.get(rank) ?? Infinity)) nearest.set(rank, away)
      }
    }
  }
  const lastColumn = clamp(columnAt(longitude + reach.east), columns - 1)
  const lastRow = clamp(rowAt(latitude + reach.north), rows - 1)
  for (let row = clamp(rowAt(latitude - reach.north), rows - 1); row <= lastRow; row += 1)
    for (let column = clamp(columnAt(longitude - reach.east), columns - 1); column <= lastColumn; column += 1) {
      const cell = cells[row * columns + column]!
      if (cell < 0) measure(-cell)
    }
  return [...nearest]
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(([rank, away]) => ({ gridId: gridIds[rank]!, meters: away }))
}
