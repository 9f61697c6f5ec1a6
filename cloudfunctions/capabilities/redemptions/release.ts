import { oneReleased } from '@/shared/domain/redemptions/reward'
import { decideRelease, released, type Redemption } from '@/shared/domain/redemptions/redemption'
import { monthOf, oneLess, tallyIdOf } from '@/shared/domain/redemptions/tally'
import { isRefusal } from '@/shared/kernel/decision'
import { findMember, postTransfer } from '../../runtime/ledger'
import type { Transaction } from '../../store/store'

const reasons = { cancelled: '本人取消', expired: '过了领取期限' } as const

/**
 * Gives back what is set aside, all of it in the transaction at hand: the points to the lots they came from, the reward to the stock, the
 * tally one fewer. Whoever has no account any more gets no points back; the reward is on offer again all the same.
 */
export const releaseHold = async (
  tx: Transaction,
  redemption: Redemption,
  why: NonNullable<Redemption['releasedFor']>,
  now: number,
): Promise<Redemption> => {
  const { rewardId, personId, ownerId, payer } = redemption
  const reward = await tx.rewards.get(rewardId)
  if (reward) await tx.rewards.put(oneReleased(reward))
  const tally = await tx.rewardTallies.get(tallyIdOf(rewardId, personId))
  if (tally) await tx.rewardTallies.put(oneLess(tally, monthOf(redemption.heldAt)))
  const member = await findMember(tx, { kind: payer, ownerId })
  const draft = member && decideRelease(member.account, redemption, now)
  if (member && draft && !isRefusal(draft))
    await postTransfer(tx, member, draft, {
      actorId: personId,
      title: `退回：${redemption.rewardName}`,
      reason: reasons[why],
      subjectId: redemption._id,
    })
  const next = released(redemption, why)
  await tx.redemptions.put(next)
  return next
}
