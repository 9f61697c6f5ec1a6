import type { redemptions } from '@/shared/contracts/redemptions'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { managedCentre } from './centres'

/** Every count of one reward, the latest first. */
export const listStockCounts: Handler<typeof redemptions.listStockCounts> = async (
  { id, cursor },
  { actor, now, store },
) => {
  const reward = await store.rewards.get(id)
  if (!reward || !(await managedCentre(store, reward.centreId, actor))) return refuse('NOT_FOUND')
  const found = await store.stockCounts.list({
    ...afterKey({ rewardId: id }, cursor, 'at', 'desc'),
    limit: pageSize + 1,
  })
  return {
    counts: found
      .slice(0, pageSize)
      .map(({ _id, at, byName, before, after, reason }) => ({ id: _id, at, byName, before, after, reason })),
    next: nextCursor(found, ({ at }) => at),
    now: toInstant(now),
  }
}
