import type { projects } from '@/shared/contracts/projects'
import { collectedFor } from '@/shared/domain/projects/collected'
import { buildingSharesIdOf, isTreasurer, withBuilding } from '@/shared/domain/projects/funding'
import { findShare, voided } from '@/shared/domain/projects/payments'
import { mayTakeOut } from '@/shared/domain/projects/plan-funding'
import { voidedNotice } from '@/shared/domain/projects/project-notices'
import { shareView } from '@/shared/domain/projects/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { membersMax, membersOf } from './funding-of'

/**
 * Takes a slip out that was counted by mistake; it stays on record with its reason, and may be counted again. Whoever was told that it had
 * been counted is told that it no longer is.
 */
export const voidPayment: Handler<typeof projects.voidPayment> = async ({ id, reason }, context) => {
  const { actor, now, store, transact } = context
  const asked = await store.payments.get(id)
  const members = asked ? await membersOf(store, actor.communityId, [asked.householdId]) : []
  return transact(async (tx) => {
    const payment = await tx.payments.get(id)
    const funding = payment && (await tx.fundings.get(payment.fundingId))
    if (!payment || !funding || !isTreasurer(funding, actor)) return refuse('NOT_FOUND')
    const building = await tx.buildingShares.get(buildingSharesIdOf(funding._id, payment.buildingId))
    if (!building) return refuse('NOT_FOUND')
    const project = await tx.projects.get(funding.projectId)
    if (!project) return refuse('NOT_FOUND')
    await tx.projects.guard(project._id)
    const next = voided(building, payment, reason, now)
    if (isRefusal(next)) return next
    const after = withBuilding(funding, next.building)
    if (payment.kind === 'paid' && !mayTakeOut(project, collectedFor(after))) return refuse('BELOW_FINAL_ACCOUNT')
    await tx.fundings.put(after)
    await tx.buildingShares.put(next.building)
    await tx.payments.put(next.payment)
    for (const slipId of payment.slipIds) await tx.slips.remove(slipId)
    for (const recipientId of members.slice(0, membersMax))
      await tx.notices.create(voidedNotice(funding, payment, { key: `${id}-void`, recipientId, now }))
    return shareView(findShare(next.building, payment.householdId)!)
  })
}
