import type { redemptions } from '@/shared/contracts/redemptions'
import { redeemRules } from '@/shared/domain/redemptions/redeem-rules'
import { lowStockNotice } from '@/shared/domain/redemptions/redemption-notices'
import { counted as afterCount, shelfOf } from '@/shared/domain/redemptions/reward'
import { managedReward } from '@/shared/domain/redemptions/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { managedCentre } from './centres'

/** Writes down what stands on the shelf. What is set aside for members is part of it and stays theirs. */
export const countStock: Handler<typeof redemptions.countStock> = async ({ id, counted, reason }, context) => {
  const { actor, now, store, files, newId, transact, directory } = context
  const asked = await store.rewards.get(id)
  const centre = asked && (await managedCentre(store, asked.centreId, actor))
  if (!asked || !centre) return refuse('NOT_FOUND')
  const urls = asked.fileIds.length > 0 ? await files.urlsOf(asked.fileIds) : new Map<string, string>()
  const countId = newId('count')
  const told = new Set([...centre.clerkIds, ...(await directory()).community.dutyPersonIds])
  told.delete(actor.personId)
  return transact(async (tx) => {
    const reward = await tx.rewards.get(id)
    if (!reward) return refuse('NOT_FOUND')
    const next = afterCount(reward, counted, redeemRules)
    if (isRefusal(next)) return next
    await tx.rewards.put(next)
    if (next.isWarned && !reward.isWarned)
      for (const recipientId of told) await tx.notices.create(lowStockNotice(next, recipientId, countId, now))
    await tx.stockCounts.create({
      _id: countId,
      communityId: reward.communityId,
      rewardId: id,
      before: shelfOf(reward),
      after: counted,
      reason,
      byId: actor.personId,
      byName: actor.name,
      at: toInstant(now),
    })
    return managedReward(next, urls)
  })
}
