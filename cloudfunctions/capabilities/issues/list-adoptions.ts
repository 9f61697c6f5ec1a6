import type { issues } from '@/shared/contracts/issues'
import { canManageAdoptions } from '@/shared/domain/issues/adoption'
import { adoptionRowOf } from '@/shared/domain/issues/adoption-view'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** What is adopted, the latest first; with an issue, what grew from that one, given back or not. One indexed query. */
export const listAdoptions: Handler<typeof issues.listAdoptions> = async (
  { state, issueId, cursor },
  { actor, now, store },
) => {
  const { communityId } = actor
  const where = issueId
    ? { communityId, issueId, ...(state ? { state } : {}) }
    : { communityId, state: state ?? 'active' }
  const found = await store.adoptions.list({
    ...afterKey(where, cursor, 'createdAt', 'desc'),
    limit: pageSize + 1,
  })
  return {
    adoptions: found.slice(0, pageSize).map((adoption) => adoptionRowOf(adoption, actor)),
    canAdd: canManageAdoptions(actor),
    next: nextCursor(found, ({ createdAt }) => createdAt),
    now: toInstant(now),
  }
}
