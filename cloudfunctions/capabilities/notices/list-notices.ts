import type { notices } from '@/shared/contracts/notices'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** The inbox, newest first, a page at a time, with how much of it is unread. */
export const listNotices: Handler<typeof notices.listNotices> = async ({ cursor }, { actor, store }) => {
  const [found, unread] = await Promise.all([
    store.notices.list({
      ...afterKey({ recipientId: actor.personId }, cursor, 'createdAt', 'desc'),
      limit: pageSize + 1,
    }),
    store.notices.count({ recipientId: actor.personId, isRead: false }),
  ])
  return {
    notices: found.slice(0, pageSize).map(({ _id, title, text, subject, createdAt, isRead }) => ({
      id: _id,
      title,
      text,
      subject,
      createdAt,
      isRead,
    })),
    next: nextCursor(found, (notice) => notice.createdAt),
    unread,
  }
}
