import {
  buildingSharesIdOf,
  fundingIdOf,
  isTreasurer,
  type BuildingShares,
  type Funding,
} from '@/shared/domain/projects/funding'
import type { Actor } from '@/shared/kernel/actor'
import type { ReadStore } from '../../store/store'

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

/** CloudBase takes so many values in one question. */
const askedAtOnce = 500

/** Everybody who belongs to one of the households. */
export const membersOf = async (
  store: ReadStore,
  communityId: string,
  householdIds: readonly string[],
): Promise<string[]> => {
  const members: string[] = []
  for (let at = 0; at < householdIds.length; at += askedAtOnce) {
    const some = householdIds.slice(at, at + askedAtOnce)
    for (let after = ''; ;) {
      const found = await store.persons.list({
        where: { communityId, householdId: { in: some }, ...(after ? { _id: { after } } : {}) },
        orderBy: [['_id', 'asc']],
        limit: 1000,
      })
      members.push(...found.map(({ _id }) => _id))
      if (found.length < 1000) break
      after = found.at(-1)!._id
    }
  }
  return members
}
