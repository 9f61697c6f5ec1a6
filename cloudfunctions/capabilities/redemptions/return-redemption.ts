import type { redemptions } from '@/shared/contracts/redemptions'
import { bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import { reverse } from '@/shared/domain/lovebank/entries'
import { isOwnRedemption } from '@/shared/domain/redemptions/code'
import { captureIdOf } from '@/shared/domain/redemptions/redemption'
import { redemptionNotice } from '@/shared/domain/redemptions/redemption-notices'
import { oneReturned, shelfOf } from '@/shared/domain/redemptions/reward'
import { monthOf, oneLess, tallyIdOf } from '@/shared/domain/redemptions/tally'
import { redemptionRow } from '@/shared/domain/redemptions/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { findMember, postTransfer } from '../../runtime/ledger'
import { managedCentre } from './centres'
import { recipientsOf } from './own'

/** Mends a handing over: the points go back to the lots they came from, and the goods to the stock where they came back too. */
export const returnRedemption: Handler<typeof redemptions.returnRedemption> = async (
  { id, reason, isBack },
  { actor, now, store, newId, transact, directory },
) => {
  const asked = await store.redemptions.get(id)
  const centre = asked && (await managedCentre(store, asked.centreId, actor))
  if (!asked || !centre) return refuse('NOT_FOUND')
  if (isOwnRedemption(asked, actor)) return refuse('OWN_REDEMPTION')
  const told = await recipientsOf(asked, store)
  const countId = newId('count')
  const at = toInstant(now)
  const rules = bankRulesOf((await directory()).rules.settings)
  return transact(async (tx) => {
    const redemption = await tx.redemptions.get(id)
    if (redemption?.state === 'returned') return refuse('REDEMPTION_ALREADY_RETURNED')
    if (redemption?.state !== 'captured') return refuse('REDEMPTION_NOT_CAPTURED')
    const original = await tx.transfers.get(captureIdOf(id))
    const member = await findMember(tx, { kind: redemption.payer, ownerId: redemption.ownerId })
    if (!original || !member) return refuse('TRANSFER_NOT_REVERSIBLE')
    const draft = reverse(member.account, { original, at }, rules)
    if (isRefusal(draft)) return draft
    const returned = { at, byId: actor.personId, reason, isBack }
    const next = { ...redemption, state: 'returned', returned } as const
    await tx.redemptions.put(next)
    const title = `退回：${redemption.rewardName}`
    await postTransfer(tx, member, draft, { actorId: actor.personId, title, reason, subjectId: id })
    const tally = await tx.rewardTallies.get(tallyIdOf(redemption.rewardId, redemption.personId))
    if (tally) await tx.rewardTallies.put(oneLess(tally, monthOf(redemption.heldAt)))
    const reward = isBack ? await tx.rewards.get(redemption.rewardId) : null
    if (reward) {
      const filled = oneReturned(reward)
      await tx.rewards.put(filled)
      const [before, after] = [shelfOf(reward), shelfOf(filled)]
      const by = { byId: actor.personId, byName: actor.name }
      const { communityId, _id: rewardId } = reward
      await tx.stockCounts.create({ _id: countId, communityId, rewardId, before, after, reason, ...by, at })
    }
    for (const recipientId of told)
      await tx.notices.create(redemptionNotice(next, 'returned', { recipientId, now, reason }))
    return redemptionRow(next, centre)
  })
}
