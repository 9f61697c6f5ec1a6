import type { issues } from '@/shared/contracts/issues'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** More than a community ever gives out. */
const keysMax = 100

/** The keys a community has given out, the newest first. */
export const listApiKeys: Handler<typeof issues.listApiKeys> = async (_input, { actor, now, store }) => {
  const found = await store.apiKeys.list({
    where: { communityId: actor.communityId },
    orderBy: [['setAt', 'desc']],
    limit: keysMax,
  })
  return {
    keys: found.map(({ _id, owner, isActive, perTenMinutes, setAt, window }) => ({
      id: _id,
      owner,
      isActive,
      perTenMinutes,
      setAt,
      usedAt: window?.startedAt ?? null,
    })),
    now: toInstant(now),
  }
}
