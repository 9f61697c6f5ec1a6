import type { Point } from '../../kernel/shapes'
import { metersAt } from '../organization/distance'
import type { Building, Estate } from '../organization/records'
import type { Issue } from './issue'

/** What of the map is needed to say in public where something is. */
export interface DirectoryPart {
  readonly buildingById: ReadonlyMap<string, Pick<Building, 'name' | 'estateId' | 'centre'>>
  readonly estateById: ReadonlyMap<string, Pick<Estate, 'name'>>
}

/** Where an issue is, as anybody may know it. */
export interface PublicPlace {
  readonly label: string
  readonly point: Point | null
}

/** Metres between the places a point away from buildings is shown at. */
const snapMeters = 50

/** A point moved to the nearest of a net of places 50 m apart; moving it again moves it nowhere. */
export const snapped = ({ longitude, latitude }: Point): Point => {
  const nearest = (degrees: number, perDegree: number) =>
    (Math.round((degrees * perDegree) / snapMeters) * snapMeters) / perDegree
  const { perLatitude } = metersAt(latitude)
  const row = nearest(latitude, perLatitude)
  return { datum: 'gcj02', longitude: nearest(longitude, metersAt(row).perLongitude), latitude: row }
}

/**
 * Where an issue is, as it may be told to everybody: the building at the closest, never a unit or a door; away from buildings the
 * estate or the grid and a point known to 50 m. What was typed about the place is left out, because people type doors and names.
 */
export const publicPlaceOf = (
  { place, gridName }: Pick<Issue, 'place' | 'gridName'>,
  directory: DirectoryPart,
): PublicPlace => {
  const building = place.buildingId === null ? undefined : directory.buildingById.get(place.buildingId)
  const estateName = directory.estateById.get(building?.estateId ?? place.estateId ?? '')?.name
  if (building) return { label: `${estateName ?? ''}${building.name}`, point: building.centre }
  return { label: estateName ?? gridName ?? '本社区', point: place.point && snapped(place.point) }
}
