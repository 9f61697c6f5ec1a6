import type { Point } from '../../kernel/shapes'
import { metersAt, metersBetween } from '../organization/distance'
import type { Issue } from './issue'

/** The map as far as naming a place to the public needs it. */
export interface PublicPlaces {
  readonly buildingById: ReadonlyMap<
    string,
    { readonly name: string; readonly estateId: string; readonly centre: Point }
  >
  readonly estateById: ReadonlyMap<string, { readonly name: string; readonly centre: Point }>
}

/** Where the public reads that something is: a building, an estate, a stretch of road; a point only where there is one. */
export interface PublicPlace {
  readonly label: string
  readonly point: Point | null
}

/** A point this close to the middle of a building is shown as the building. */
export const buildingMeters = 45
/** Beside buildings, points are shown on a lattice this wide. */
export const latticeMeters = 50
/** A stretch is named after the estate whose nearest building is no further than this. */
const namedMeters = 150

/** The sixth place of a degree is a tenth of a metre. */
const rounded = (degrees: number): number => Number(degrees.toFixed(6))

/**
 * The middle of the lattice square a point lies in. Squares are laid out from the equator in rows, and each row has its own width
 * in degrees, so that equal points give equal answers everywhere and always.
 */
const onLattice = ({ longitude, latitude }: Point): Point => {
  const rowDegrees = latticeMeters / metersAt(0).perLatitude
  const row = (Math.floor(latitude / rowDegrees) + 0.5) * rowDegrees
  const columnDegrees = latticeMeters / metersAt(row).perLongitude
  const column = (Math.floor(longitude / columnDegrees) + 0.5) * columnDegrees
  return { datum: 'gcj02', longitude: rounded(column), latitude: rounded(row) }
}

const nearestBuilding = (point: Point, { buildingById }: PublicPlaces) => {
  let nearest: { building: { name: string; estateId: string; centre: Point }; meters: number } | null = null
  for (const building of buildingById.values()) {
    const meters = metersBetween(point, building.centre)
    if (!nearest || meters < nearest.meters) nearest = { building, meters }
  }
  return nearest
}

/**
 * Where an issue is, as anybody may know it. What was picked down to a unit or a door is shown as its building; a point on the map as
 * the building it is at, or else as the middle of a square of 50 m; never the point itself, and nothing that was typed.
 */
export const publicPlaceOf = (
  { place, gridName }: Pick<Issue, 'place' | 'gridName'>,
  places: PublicPlaces,
): PublicPlace => {
  const nameOf = (building: { name: string; estateId: string }) =>
    `${places.estateById.get(building.estateId)?.name ?? ''}${building.name}`
  const picked = place.buildingId ? places.buildingById.get(place.buildingId) : undefined
  if (picked) return { label: nameOf(picked), point: picked.centre }
  const estate = place.estateId ? places.estateById.get(place.estateId) : undefined
  if (place.point) {
    const near = nearestBuilding(place.point, places)
    if (near && near.meters <= buildingMeters)
      return { label: `${nameOf(near.building)}旁`, point: near.building.centre }
    const named =
      estate ?? (near && near.meters <= namedMeters ? places.estateById.get(near.building.estateId) : undefined)
    const label = named ? `${named.name}附近` : gridName ? `${gridName}内` : '社区内'
    return { label, point: onLattice(place.point) }
  }
  if (estate) return { label: `${estate.name}（公共区域）`, point: estate.centre }
  return { label: gridName ? `${gridName}内` : '社区内', point: null }
}
