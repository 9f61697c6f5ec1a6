import type { redemptions } from '@/shared/contracts/redemptions'
import { decideRedeem } from '@/shared/domain/redemptions/redemption'
import { redeemRulesOf } from '@/shared/domain/redemptions/redeem-rules'
import { lowStockNotice } from '@/shared/domain/redemptions/redemption-notices'
import { oneHeld } from '@/shared/domain/redemptions/reward'
import { tallyIdOf } from '@/shared/domain/redemptions/tally'
import { redemptionRow } from '@/shared/domain/redemptions/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { inLine } from '../../runtime/in-line'
import { findMember, postTransfer } from '../../runtime/ledger'
import { Contended } from '../../store/store'
import { ownerIdOf } from './own'

/**
 * Sets a reward aside: stock, points and redemption together, or none of them. What is sold out is refused by a read, in the transaction
 * and before, so that those who come too late wait for nobody; those who meet while there is some run again until they have it or it is gone.
 */
export const redeemReward: Handler<typeof redemptions.redeemReward> = async ({ id, payer, price }, context) => {
  const { actor, now, store, newId, transact, directory } = context
  const offered = await store.rewards.get(id)
  if (offered?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  if (!offered.isOffered) return refuse('REWARD_NOT_OFFERED')
  if (offered.stock < 1) return refuse('REWARD_SOLD_OUT')
  const ownerId = ownerIdOf(payer, actor)
  if (!ownerId) return refuse('ACCOUNT_NONE')
  const { community, rules } = await directory()
  const redeemRules = redeemRulesOf(rules.settings)
  const { personId } = actor
  const _id = newId('redemption')
  return inLine(`redeem ${id}`, async () => {
    // Whoever stood in line looks again before they ask for a lock.
    if ((await store.rewards.get(id))?.stock === 0) return refuse('REWARD_SOLD_OUT')
    try {
      return await transact(async (tx) => {
        const reward = await tx.rewards.get(id)
        if (!reward) return refuse('NOT_FOUND')
        if (reward.stock < 1) return refuse('REWARD_SOLD_OUT')
        // The one document they all want goes first: whoever meets somebody there has cost nothing else yet.
        await tx.rewards.put(oneHeld(reward, redeemRules).reward)
        const tally = await tx.rewardTallies.get(tallyIdOf(id, personId))
        const member = await findMember(tx, { kind: payer, ownerId })
        const asked = { id: _id, payer, ownerId, personId, price, now }
        const held = decideRedeem({ reward, account: member?.account ?? null, tally }, asked, redeemRules)
        if (isRefusal(held)) return held
        if (!member) return refuse('POINTS_TOO_FEW')
        const title = `兑换：${reward.name}`
        await postTransfer(tx, member, held.draft, { actorId: personId, title, reason: null, subjectId: _id })
        await tx.rewardTallies.put(held.tally)
        await tx.redemptions.create(held.redemption)
        const centre = await tx.centres.get(reward.centreId)
        if (held.isNewlyLow)
          for (const recipientId of new Set([...(centre?.clerkIds ?? []), ...community.dutyPersonIds]))
            await tx.notices.create(lowStockNotice(held.reward, recipientId, _id, now))
        return redemptionRow(held.redemption, centre)
      })
    } catch (error) {
      if (!(error instanceof Contended)) throw error
      // Others were quicker for ten seconds: most likely there is nothing left.
      return refuse((await store.rewards.get(id))?.stock === 0 ? 'REWARD_SOLD_OUT' : 'REWARD_CROWDED')
    }
  })
}
