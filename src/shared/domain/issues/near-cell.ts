import type { Point } from '../../kernel/shapes'
import { metersAt } from '../organization/distance'
import type { Building } from '../organization/records'

/** Metres from one edge of a cell to the other; no class looks for duplicates farther than that. */
const cellMeters = 250

const rowOf = (latitude: number): number => Math.floor((latitude * metersAt(latitude).perLatitude) / cellMeters)
/** Columns are as wide in every row of cells, so that a row's neighbours can be named without knowing a point in them. */
const columnOf = (longitude: number, row: number): number => {
  const { perLatitude } = metersAt(0)
  return Math.floor((longitude * metersAt((row * cellMeters) / perLatitude).perLongitude) / cellMeters)
}

type Where = Pick<Point, 'longitude' | 'latitude'>

/**
 * Where something is for measuring how far apart two reports are: the middle of its building, else the point on the map. null for
 * an estate or words alone, which are no place to measure from.
 */
export const spotFor = (
  place: { readonly buildingId?: string | null | undefined; readonly point?: Point | null | undefined },
  buildingById: ReadonlyMap<string, Pick<Building, 'centre'>>,
): Point | null =>
  (place.buildingId ? (buildingById.get(place.buildingId)?.centre ?? null) : null) ?? place.point ?? null

/** The class and the 250 m of a community that an issue lies in, as one key that an index can find. */
export const nearCellOf = (communityId: string, classCode: string, { longitude, latitude }: Where): string => {
  const row = rowOf(latitude)
  return `${communityId}:${classCode}:${row}:${columnOf(longitude, row)}`
}

/** The keys of every cell within some metres of a spot, at most nine while the metres are no more than a cell's. */
export const nearCellsAround = (communityId: string, classCode: string, spot: Where, meters: number): string[] => {
  const { perLatitude, perLongitude } = metersAt(spot.latitude)
  const reach = Math.min(meters, cellMeters)
  const [south, north] = [-1, 1].map((side) => rowOf(spot.latitude + (side * reach) / perLatitude)) as [number, number]
  const keys: string[] = []
  for (let row = south; row <= north; row++) {
    const [west, east] = [-1, 1].map((side) => columnOf(spot.longitude + (side * reach) / perLongitude, row)) as [
      number,
      number,
    ]
    for (let column = west; column <= east; column++) keys.push(`${communityId}:${classCode}:${row}:${column}`)
  }
  return keys
}
