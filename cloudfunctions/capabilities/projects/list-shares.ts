import type { projects } from '@/shared/contracts/projects'
import { buildingSharesIdOf } from '@/shared/domain/projects/funding'
import { shareView } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { fundingKeptBy } from './funding-of'

/** The shares of one building, for the treasurer alone. */
export const listShares: Handler<typeof projects.listShares> = async ({ projectId, buildingId }, { actor, store }) => {
  const funding = await fundingKeptBy(store, projectId, actor)
  const building = funding && (await store.buildingShares.get(buildingSharesIdOf(funding._id, buildingId)))
  if (!building) return refuse('NOT_FOUND')
  return { name: building.name, shares: building.shares.map(shareView) }
}
