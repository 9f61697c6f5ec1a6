import type { notices } from '@/shared/contracts/notices'
import type { Handler } from '../../runtime/handler'

/** The number on the bell. */
export const countUnread: Handler<typeof notices.countUnread> = async (_input, { actor, store }) => ({
  unread: await store.notices.count({ recipientId: actor.personId, isRead: false }),
})
