import type { redemptions } from '@/shared/contracts/redemptions'
import { rewardRow } from '@/shared/domain/redemptions/views'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** What is on offer, the newest first; what is sold out stays in sight and says so. */
export const listRewards: Handler<typeof redemptions.listRewards> = async (
  { centreId, cursor },
  { actor, now, store, files, directory },
) => {
  const found = await store.rewards.list({
    ...afterKey(
      { communityId: actor.communityId, isOffered: true, ...(centreId ? { centreId } : {}) },
      cursor,
      'createdAt',
      'desc',
    ),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const fileIds = page.flatMap(({ fileIds: [first] }) => first ?? [])
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  const { centreById } = await directory()
  return {
    rewards: page.map((reward) => rewardRow(reward, centreById.get(reward.centreId), urls)),
    next: nextCursor(found, ({ createdAt }) => createdAt),
    now: toInstant(now),
  }
}
