import type { redemptions } from '@/shared/contracts/redemptions'
import { redemptionRow } from '@/shared/domain/redemptions/views'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { canSeeRedemption } from './own'
import { releaseHold } from './release'

/** Gives up what was set aside; points and stock come back together. */
export const cancelRedemption: Handler<typeof redemptions.cancelRedemption> = async (
  { id },
  { actor, now, store, transact },
) => {
  const asked = await store.redemptions.get(id)
  if (!canSeeRedemption(asked, actor)) return refuse('NOT_FOUND')
  const centre = await store.centres.get(asked.centreId)
  return transact(async (tx) => {
    const redemption = await tx.redemptions.get(id)
    if (!redemption) return refuse('NOT_FOUND')
    if (redemption.state !== 'held') return refuse('REDEMPTION_NOT_HELD')
    return redemptionRow(await releaseHold(tx, redemption, 'cancelled', now), centre)
  })
}
