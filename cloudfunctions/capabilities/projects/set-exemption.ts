import type { projects } from '@/shared/contracts/projects'
import { isTreasurer, withBuilding } from '@/shared/domain/projects/funding'
import { findShare, withExemption } from '@/shared/domain/projects/payments'
import { shareView } from '@/shared/domain/projects/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { buildingOf, fundingKeptBy } from './funding-of'

/** Frees a household of its share, or takes that back; what the others bear stays. */
export const setExemption: Handler<typeof projects.setExemption> = async (
  { projectId, householdId, reason },
  { actor, store, transact },
) => {
  const asked = await fundingKeptBy(store, projectId, actor)
  const home = asked && (await buildingOf(store, asked._id, householdId))
  if (!asked || !home) return refuse('NOT_FOUND')
  if (asked.state !== 'open') return refuse('FUNDING_NOT_OPEN')
  if (reason !== null && householdId === actor.householdId) return refuse('OWN_SHARE')
  return transact(async (tx) => {
    const [funding, building] = [await tx.fundings.get(asked._id), await tx.buildingShares.get(home._id)]
    if (!funding || !building || !isTreasurer(funding, actor)) return refuse('NOT_FOUND')
    const next = withExemption(building, householdId, reason)
    if (isRefusal(next)) return next
    await tx.fundings.put(withBuilding(funding, next))
    await tx.buildingShares.put(next)
    return shareView(findShare(next, householdId)!)
  })
}
