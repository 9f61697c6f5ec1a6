import type { redemptions } from '@/shared/contracts/redemptions'
import { redemptionRow } from '@/shared/domain/redemptions/views'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** What the caller and their family have set aside and fetched, the latest first. */
export const listMyRedemptions: Handler<typeof redemptions.listMyRedemptions> = async (
  { cursor },
  { actor, now, store, directory },
) => {
  const { personId, householdId } = actor
  const found = await store.redemptions.list({
    ...afterKey({ ownerId: { in: [personId, ...(householdId ? [householdId] : [])] } }, cursor, 'heldAt', 'desc'),
    limit: pageSize + 1,
  })
  const { centreById } = await directory()
  return {
    redemptions: found
      .slice(0, pageSize)
      .map((redemption) => redemptionRow(redemption, centreById.get(redemption.centreId))),
    next: nextCursor(found, ({ heldAt }) => heldAt),
    now: toInstant(now),
  }
}
