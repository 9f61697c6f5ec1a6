import type { redemptions } from '@/shared/contracts/redemptions'
import { codeIdOf, scanCodeOf, typedCodeOf } from '@/shared/domain/redemptions/code'
import { isHeld } from '@/shared/domain/redemptions/redemption'
import { refuse } from '@/shared/kernel/decision'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { codeDigest } from './code-digest'
import { canSeeRedemption } from './own'

/** New codes for what is set aside, each from a secret of its own; the ones before are good no more. Only their digests are kept. */
export const showCode: Handler<typeof redemptions.showCode> = async (
  { id },
  { actor, now, newSecret, transact, directory },
) => {
  const [scan, typed] = [scanCodeOf(newSecret()), typedCodeOf(newSecret())]
  const codeIds = [scan, typed].map((code) => codeIdOf(codeDigest(code)))
  const { codeMinutes } = (await directory()).rules.settings
  const expiresAt = toInstant(now + codeMinutes * minuteMs)
  return transact(async (tx) => {
    const redemption = await tx.redemptions.get(id)
    if (!canSeeRedemption(redemption, actor)) return refuse('NOT_FOUND')
    if (!isHeld(redemption, now)) return refuse('REDEMPTION_NOT_HELD')
    const { communityId, centreId } = redemption
    for (const _id of codeIds)
      await tx.redeemCodes.create({
        _id,
        communityId,
        redemptionId: id,
        centreId,
        shownAt: toInstant(now),
        expiresAt,
      })
    await tx.redemptions.put({ ...redemption, codeIds })
    return { scan, typed, expiresAt, now: toInstant(now) }
  })
}
