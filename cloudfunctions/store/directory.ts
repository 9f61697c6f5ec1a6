import type { Locator } from '@/shared/domain/organization/locate'
import type { Building, Community, Estate, Grid, Household } from '@/shared/domain/organization/records'
import type { Centre } from '@/shared/domain/redemptions/centre'
import type { CalendarYear } from '@/shared/domain/settings/calendar-year-record'
import type { Scope } from '@/shared/kernel/roles'
import { listCalendarYears, rulesFrom, type CommunityRules } from './rules'
import type { ReadStore } from './store'

/** The slow-changing map of a community: what every report needs and nobody changes between two reports. */
export interface Directory {
  community: Community
  grids: readonly Grid[]
  estates: readonly Estate[]
  buildings: readonly Building[]
  locator: Locator
  gridById: ReadonlyMap<string, Grid>
  estateById: ReadonlyMap<string, Estate>
  buildingById: ReadonlyMap<string, Building>
  /** The service centres, as they were at most a minute ago. */
  centreById: ReadonlyMap<string, Centre>
  /** Party group and branch names by id. */
  partyNames: ReadonlyMap<string, { name: string; parentId: string | null }>
  /** The tables of holidays and 调休 workdays the community has brought. */
  calendarYears: readonly CalendarYear[]
  /** What it decides by: the calendar of those tables, and the settings. */
  rules: CommunityRules
}

/** How long a warm instance may keep a map. Postings and leaves are never kept: they decide who is asked. */
const freshMs = 60_000

const byId = <T extends { _id: string }>(documents: readonly T[]): ReadonlyMap<string, T> =>
  new Map(documents.map((document) => [document._id, document]))

const load = async (store: ReadStore, communityId: string): Promise<Directory | null> => {
  const community = await store.communities.get(communityId)
  if (!community) return null
  const inOrder = { where: { communityId }, orderBy: [['order', 'asc']], limit: 1000 } as const
  const [grids, estates, buildings, nodes, centres, calendarYears, settings] = await Promise.all([
    store.grids.list({ where: { communityId }, orderBy: [['number', 'asc']], limit: 1000 }),
    store.estates.list(inOrder),
    store.buildings.list(inOrder),
    store.partyNodes.list({ where: { communityId, kind: { in: ['generalBranch', 'branch', 'group'] } }, limit: 1000 }),
    store.centres.list({ where: { communityId }, limit: 1000 }),
    listCalendarYears(store, communityId),
    store.settings.get(communityId),
  ])
  // Only whoever needs the map waits for what finds places on it.
  const { locator } = await import('@/shared/domain/organization/locate')
  return {
    community,
    grids,
    estates,
    buildings,
    locator: locator(grids),
    gridById: byId(grids),
    estateById: byId(estates),
    buildingById: byId(buildings),
    centreById: byId(centres),
    partyNames: new Map(nodes.map((node) => [node._id, { name: node.name, parentId: node.parentId }])),
    calendarYears,
    rules: rulesFrom(calendarYears, settings),
  }
}

/**
 * Maps of communities, kept for a minute per warm instance. null when there is no such community. Two calls that miss at the
 * same time share one load.
 */
export const createDirectories = (store: ReadStore, now: () => number) => {
  const kept = new Map<string, { until: number; directory: Promise<Directory | null> }>()
  return (communityId: string): Promise<Directory | null> => {
    const found = kept.get(communityId)
    if (found && now() < found.until) return found.directory
    const directory = load(store, communityId)
    kept.set(communityId, { until: now() + freshMs, directory })
    directory.then((loaded) => loaded ?? kept.delete(communityId)).catch(() => kept.delete(communityId))
    return directory
  }
}
export type Directories = ReturnType<typeof createDirectories>

/** The name people know a scope by, e.g. "第六网格" or "鑫盛嘉园3号楼". */
export const nameOfScope = (directory: Directory, { kind, id }: Scope): string => {
  switch (kind) {
    case 'community':
      return directory.community.name
    case 'estate':
      return directory.estateById.get(id)?.name ?? ''
    case 'grid':
      return directory.gridById.get(id)?.name ?? ''
    case 'branch':
    case 'group':
      return directory.partyNames.get(id)?.name ?? ''
    case 'building':
      return nameOfBuilding(directory, id)
    case 'unit': {
      const building = directory.buildings.find((one) => one.units.some((unit) => unit.id === id))
      return building
        ? `${nameOfBuilding(directory, building._id)}${building.units.find((unit) => unit.id === id)?.name}`
        : ''
    }
    case 'household':
      return ''
  }
}

/** Estate and building together, because "3号楼" alone is in every estate. */
export const nameOfBuilding = (directory: Directory, buildingId: string): string => {
  const building = directory.buildingById.get(buildingId)
  return building ? `${directory.estateById.get(building.estateId)?.name ?? ''}${building.name}` : ''
}

/** A household's whole address within the community. */
export const nameOfHousehold = (directory: Directory, household: Household): string =>
  `${nameOfScope(directory, { kind: 'unit', id: household.unitId })}${household.name}`
