import type { notices } from '@/shared/contracts/notices'
import type { Handler } from '../../runtime/handler'

/** Only ever one's own: an id of somebody else's notice simply matches nothing. */
export const markRead: Handler<typeof notices.markRead> = async ({ ids }, { actor, store }) => ({
  marked: await store.notices.updateWhere(
    { recipientId: actor.personId, isRead: false, ...(ids ? { _id: { in: ids } } : {}) },
    { isRead: true },
  ),
})
