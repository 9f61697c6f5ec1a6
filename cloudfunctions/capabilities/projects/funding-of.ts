import {
  buildingSharesIdOf,
  fundingIdOf,
  isTreasurer,
  type BuildingShares,
  type Funding,
} from '@/shared/domain/projects/funding'
import type { Actor } from '@/shared/kernel/actor'
import type { ReadStore } from '../../store/store'
import { listWholeIn } from '../../store/whole'

/** More people than live in one home: so many are told of a slip. */
export const membersMax = 20
/** As many as a self-funding reaches, and more. */
const buildingsMax = 100

/** The self-funding of a project for whoever keeps its money; null for everybody else, the desk included. */
export const fundingKeptBy = async (store: ReadStore, projectId: string, actor: Actor): Promise<Funding | null> => {
  const funding = await store.fundings.get(fundingIdOf(projectId))
  return funding && isTreasurer(funding, actor) ? funding : null
}

/** Its buildings with every share, in their order. */
export const listBuildings = (store: ReadStore, fundingId: string): Promise<BuildingShares[]> =>
  store.buildingShares.list({ where: { fundingId }, orderBy: [['order', 'asc']], limit: buildingsMax })

/** The building of it in which a household lives; null when it has no share. */
export const buildingOf = async (
  store: ReadStore,
  fundingId: string,
  householdId: string,
): Promise<BuildingShares | null> => {
  const home = await store.households.get(householdId)
  return home && (await store.buildingShares.get(buildingSharesIdOf(fundingId, home.buildingId)))
}

/** Everybody who belongs to one of the households. */
export const membersOf = async (
  store: ReadStore,
  communityId: string,
  householdIds: readonly string[],
): Promise<string[]> => {
  const members = await listWholeIn(store.persons, 'householdId', householdIds, { communityId })
  return members.map(({ _id }) => _id)
}
