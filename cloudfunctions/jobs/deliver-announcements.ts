import type { Announcement } from '@/shared/domain/notices/announcement'
import { toInstant } from '@/shared/kernel/time'
import type { Job } from './job'

/** How many are told in one transaction; CloudBase takes a hundred operations, and each of them is one. */
const toldAtOnce = 50
/** Announcements one run takes, so that it ends within its minute; the rest goes with the next. */
const takenMax = 20

/** Tells the next of those who wait, and keeps who still does; answers how many were told. */
const tellNext =
  ({ _id }: Announcement, now: number): Parameters<Parameters<Job>[0]['store']['transact']>[0] =>
  async (tx) => {
    const announcement = await tx.announcements.get(_id)
    if (!announcement) return 0
    const { recipientIds, ...message } = { ...announcement, createdAt: toInstant(now) }
    const next = recipientIds.slice(0, toldAtOnce)
    for (const recipientId of next)
      await tx.notices.create({ ...message, _id: `${_id}${recipientId}`, recipientId, isRead: false })
    if (next.length < recipientIds.length)
      await tx.announcements.put({ ...announcement, recipientIds: recipientIds.slice(next.length) })
    else await tx.announcements.remove(_id)
    return next.length
  }

/**
 * Puts what was announced into the inbox of everybody it is for, the oldest first. Who has been told leaves the announcement in the
 * same transaction, so running twice, or being cut off, tells nobody twice and leaves nobody out. A notice is as old as its delivery,
 * so that whatever looks for fresh ones finds it.
 */
export const deliverAnnouncements: Job = async ({ store, now }) => {
  const waiting = await store.announcements.list({ where: {}, orderBy: [['createdAt', 'asc']], limit: takenMax })
  let done = 0
  for (const announcement of waiting)
    for (let told: unknown = 1; told;) {
      told = await store.transact(tellNext(announcement, now))
      done += Number(told)
    }
  return { done }
}
