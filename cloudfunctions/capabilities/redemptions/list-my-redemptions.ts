import type { redemptions } from '@/shared/contracts/redemptions'
import { redemptionRow } from '@/shared/domain/redemptions/views'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { listCentresOf } from './centres'

/** What the caller and their family have set aside and fetched, the latest first. */
export const listMyRedemptions: Handler<typeof redemptions.listMyRedemptions> = async (
  { cursor },
  { actor, now, store },
) => {
  const { personId, householdId, communityId } = actor
  const found = await store.redemptions.list({
    ...afterKey({ ownerId: { in: [personId, ...(householdId ? [householdId] : [])] } }, cursor, 'heldAt', 'desc'),
    limit: pageSize + 1,
  })
  const centres = found.length > 0 ? await listCentresOf(store, communityId) : []
  return {
    redemptions: found.slice(0, pageSize).map((redemption) =>
      redemptionRow(
        redemption,
        centres.find(({ _id }) => _id === redemption.centreId),
      ),
    ),
    next: nextCursor(found, ({ heldAt }) => heldAt),
    now: toInstant(now),
  }
}
