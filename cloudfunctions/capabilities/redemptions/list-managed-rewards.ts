import type { redemptions } from '@/shared/contracts/redemptions'
import { canManage, canSeeStock } from '@/shared/domain/redemptions/centre'
import { managedReward } from '@/shared/domain/redemptions/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { centreToRead } from './centres'

/** As many addresses as one request of storage answers. */
const urlsMax = 50

/** Everything a centre has or had on offer, the newest first. */
export const listManagedRewards: Handler<typeof redemptions.listManagedRewards> = async (
  { centreId, cursor },
  { actor, now, store, files, directory },
) => {
  const centre = await centreToRead(centreId, (one) => canSeeStock(one, actor), { store, directory })
  if (!centre) return refuse('NOT_FOUND')
  const found = await store.rewards.list({
    ...afterKey({ centreId }, cursor, 'createdAt', 'desc'),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const firsts = page.flatMap(({ fileIds: [first] }) => first ?? [])
  const others = page.flatMap(({ fileIds: [, ...more] }) => more)
  const fileIds = [...firsts, ...others].slice(0, urlsMax)
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  return {
    centreName: centre.name,
    mayManage: canManage(centre, actor),
    rewards: page.map((reward) => managedReward(reward, urls)),
    next: nextCursor(found, ({ createdAt }) => createdAt),
    now: toInstant(now),
  }
}
