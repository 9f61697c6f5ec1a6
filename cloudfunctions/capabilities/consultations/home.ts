import type { Actor } from '@/shared/kernel/actor'
import type { Home } from '@/shared/domain/consultations/who'
import type { QueryContext } from '../../runtime/handler'

/** Where the caller lives, down to the unit; null without a home. */
export const homeOf = async (
  { householdId }: Actor,
  { store, directory }: Pick<QueryContext, 'store' | 'directory'>,
): Promise<Home | null> => {
  if (householdId === undefined) return null
  const household = await store.households.get(householdId)
  const building = household && (await directory()).buildingById.get(household.buildingId)
  if (!household || !building) return null
  const { communityId, estateId, buildingId, unitId } = household
  return { communityId, estateId, gridId: building.gridId, buildingId, unitId }
}
