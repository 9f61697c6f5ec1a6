import { refuse, type Refusal } from '../../kernel/decision'
import type { Point } from '../../kernel/shapes'
import { gridOf, gridsNear, type Locator } from './locate'
import type { Building, Community, Estate, Grid, Household } from './records'

/** The map of a community, as far as deciding a place and naming a person needs it. */
export interface Ground {
  readonly community: Pick<Community, '_id' | 'dutyPersonIds' | 'dutyDesk'>
  readonly locator: Locator
  readonly gridById: ReadonlyMap<string, Grid>
  readonly estateById: ReadonlyMap<string, Estate>
  readonly buildingById: ReadonlyMap<string, Building>
  /** Party groups and branches by id, each with the one above it. */
  readonly partyNames: ReadonlyMap<string, { readonly parentId: string | null }>
}

/** What somebody gave as the place: anything picked, a point on the map, words. */
export interface GivenPlace {
  readonly householdId?: string | undefined
  readonly unitId?: string | undefined
  readonly buildingId?: string | undefined
  readonly estateId?: string | undefined
  readonly point?: Point | undefined
  readonly accuracyMeters?: number | undefined
  readonly words?: string | undefined
}

/** Which grid a place is in, what decided it, and the smaller places known with it. */
export interface PlaceDecision {
  readonly by: 'household' | 'unit' | 'building' | 'point' | 'estate' | 'words'
  /** Lowest id first; the first is taken unless another is chosen. Several on a border, none for words alone. */
  readonly gridIds: readonly string[]
  readonly estateId: string | null
  readonly buildingId: string | null
  readonly unitId: string | null
  /** True when the estate that decided lies in several grids, of which the lowest id was taken. */
  readonly isEstateDivided: boolean
}

/** A position worse than this says nothing about borders any more; offering every grid around would help nobody. */
export const accuracyMetersMax = 300

const ascending = (ids: readonly string[]): string[] => [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1))

/** True when the reporter is to be shown more than one side. */
export const isOnBorder = (decision: PlaceDecision): boolean => decision.gridIds.length > 1

/** The side the reporter chose, if it is one of those offered; else the lowest id; null when no grid is known. */
export const sideOf = (decision: PlaceDecision, chosenGridId?: string): string | null =>
  chosenGridId !== undefined && decision.gridIds.includes(chosenGridId) ? chosenGridId : (decision.gridIds[0] ?? null)

const inBuilding = (
  by: 'household' | 'unit' | 'building',
  building: Building,
  unitId: string | null,
  ground: Ground,
): PlaceDecision => ({
  by,
  gridIds: ground.gridById.has(building.gridId) ? [building.gridId] : [],
  estateId: building.estateId,
  buildingId: building._id,
  unitId,
  isEstateDivided: false,
})

/** The building that was picked, straight or through a household or unit; null when none was, a refusal when there is no such. */
const pickedBuilding = (
  place: GivenPlace,
  ground: Ground,
  household: Pick<Household, 'buildingId' | 'unitId'> | undefined,
): PlaceDecision | Refusal<'ISSUE_PLACE_UNKNOWN'> | null => {
  if (place.householdId) {
    const building = household && ground.buildingById.get(household.buildingId)
    return building ? inBuilding('household', building, household.unitId, ground) : refuse('ISSUE_PLACE_UNKNOWN')
  }
  if (place.unitId) {
    for (const building of ground.buildingById.values())
      if (building.units.some((unit) => unit.id === place.unitId))
        return inBuilding('unit', building, place.unitId, ground)
    return refuse('ISSUE_PLACE_UNKNOWN')
  }
  if (place.buildingId) {
    const building = ground.buildingById.get(place.buildingId)
    return building ? inBuilding('building', building, null, ground) : refuse('ISSUE_PLACE_UNKNOWN')
  }
  return null
}

/** The grids a point may be meant for: the one it is in, and every one whose border runs within the given metres of it. */
const gridsAround = (ground: Ground, point: Point, meters: number): string[] => {
  const inside = gridOf(ground.locator, point)
  if (inside === null) return []
  return ascending([inside, ...gridsNear(ground.locator, point, meters).map(({ gridId }) => gridId)])
}

/**
 * Where something is, in this order: household, unit or building picked; else the point, both sides near a border; else the estate
 * picked; else words alone, which belong to no grid. A point outside every grid counts for nothing when an estate was picked,
 * and is refused when nothing was. `borderMeters`: how near a border both sides are offered, unless the position is worse than that. `household` is the record behind `householdId`, of this community or absent.
 */
export const decidePlace = (
  place: GivenPlace,
  ground: Ground,
  household: Pick<Household, 'buildingId' | 'unitId'> | undefined,
  borderMeters: number,
): PlaceDecision | Refusal<'ISSUE_PLACE_UNKNOWN' | 'ISSUE_OUTSIDE_COMMUNITY'> => {
  const picked = pickedBuilding(place, ground, household)
  if (picked) return picked
  const estate = place.estateId ? ground.estateById.get(place.estateId) : undefined
  if (place.estateId && !estate) return refuse('ISSUE_PLACE_UNKNOWN')
  const known = { estateId: estate?._id ?? null, buildingId: null, unitId: null, isEstateDivided: false }

  if (place.point) {
    const accuracy = Math.min(place.accuracyMeters ?? 0, accuracyMetersMax)
    const gridIds = gridsAround(ground, place.point, Math.max(borderMeters, accuracy))
    if (gridIds.length > 0) return { ...known, by: 'point', gridIds }
    if (!estate) return refuse('ISSUE_OUTSIDE_COMMUNITY')
  }
  if (estate) {
    const gridIds = ascending(estate.gridIds.filter((gridId) => ground.gridById.has(gridId)))
    return { ...known, by: 'estate', gridIds: gridIds.slice(0, 1), isEstateDivided: gridIds.length > 1 }
  }
  return { ...known, by: 'words', gridIds: [] }
}
