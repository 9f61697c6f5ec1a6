import type { redemptions } from '@/shared/contracts/redemptions'
import { problemOfCode } from '@/shared/domain/redemptions/code'
import { decideCapture } from '@/shared/domain/redemptions/redemption'
import { redemptionNotice } from '@/shared/domain/redemptions/redemption-notices'
import { oneCaptured } from '@/shared/domain/redemptions/reward'
import { handoutOf } from '@/shared/domain/redemptions/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { findMember, postTransfer } from '../../runtime/ledger'
import { checkCode, refuseCode } from './check-code'
import { recipientsOf } from './own'

/** Hands over: the held points go to the centre, and the code is good no more. Of two clerks at once one succeeds, and the other reads so. */
export const captureRedemption: Handler<typeof redemptions.captureRedemption> = async ({ code }, context) => {
  const good = await checkCode(code, context)
  if (isRefusal(good)) return good
  const { actor, now, store, files, transact } = context
  const { codeId, centreIds } = good
  const person = await store.persons.get(good.redemption.personId)
  const told = await recipientsOf(good.redemption, store)
  const { fileId } = good.redemption
  const urls = fileId ? await files.urlsOf([fileId]) : new Map<string, string>()
  const answer = await transact(async (tx) => {
    const shown = await tx.redeemCodes.get(codeId)
    const redemption = await tx.redemptions.get(good.redemption._id)
    const problem = problemOfCode(shown, redemption, { actor, centreIds, now })
    if (problem || !redemption) return refuse(problem ?? 'CODE_UNKNOWN')
    const member = await findMember(tx, { kind: redemption.payer, ownerId: redemption.ownerId })
    const clerk = { personId: actor.personId, name: actor.name }
    const captured = member && decideCapture(member.account, redemption, clerk, now)
    if (!member || !captured || isRefusal(captured)) return refuse('REDEMPTION_ENDED')
    await tx.redemptions.put(captured.redemption)
    const reward = await tx.rewards.get(redemption.rewardId)
    if (reward) await tx.rewards.put(oneCaptured(reward))
    const title = `领取：${redemption.rewardName}`
    const note = { actorId: actor.personId, title, reason: null, subjectId: redemption._id }
    await postTransfer(tx, member, captured.draft, note)
    for (const recipientId of told)
      await tx.notices.create(redemptionNotice(captured.redemption, 'captured', { recipientId, now }))
    return { ...handoutOf(captured.redemption, person?.name ?? '', urls), capturedAt: toInstant(now) }
  })
  return isRefusal(answer) ? refuseCode(answer.refused as 'CODE_UNKNOWN', good.redemption._id, context) : answer
}
