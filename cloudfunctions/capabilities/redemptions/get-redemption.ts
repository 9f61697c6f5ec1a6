import type { redemptions } from '@/shared/contracts/redemptions'
import { holderIdOf } from '@/shared/domain/lovebank/account'
import { centreView } from '@/shared/domain/redemptions/centre'
import { endingInHold } from '@/shared/domain/redemptions/redemption'
import { redemptionRow } from '@/shared/domain/redemptions/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { accountsOf, canSeeRedemption } from './own'

/** One redemption, for whoever pays for it. */
export const getRedemption: Handler<typeof redemptions.getRedemption> = async (
  { id },
  { actor, now, store, files },
) => {
  const redemption = await store.redemptions.get(id)
  if (!canSeeRedemption(redemption, actor)) return refuse('NOT_FOUND')
  const centre = await store.centres.get(redemption.centreId)
  if (!centre) return refuse('NOT_FOUND')
  const { payer: kind, ownerId, fileId } = redemption
  const accounts = redemption.state === 'held' ? await accountsOf(store, [{ kind, ownerId }]) : null
  const urls = fileId ? await files.urlsOf([fileId]) : null
  return {
    ...redemptionRow(redemption, centre),
    photoUrl: (fileId && urls?.get(fileId)) ?? null,
    centre: centreView(centre, now),
    ending: endingInHold(accounts?.get(holderIdOf(kind, ownerId)) ?? null, redemption),
    now: toInstant(now),
  }
}
