import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'
import { noticeRecord } from './notice'

/**
 * One message to many, written with the change it tells of and delivered by a job: a street's worth of followers would not fit
 * the transaction of a move. It ends when the last of them has theirs.
 */
export const announcementRecord = z.object({
  /** What the ids of its notices begin with; the recipient follows. */
  _id: id,
  communityId: id,
  /** Who still waits for it, each once. */
  recipientIds: z.array(id),
  title: z.string(),
  text: z.string(),
  subject: noticeRecord.shape.subject,
  createdAt: instant,
})
export type Announcement = z.infer<typeof announcementRecord>

/** So many a message, so that no document grows without bound. */
const recipientsMax = 2000

/** Whom each of the messages goes to that together reach everybody; none where there is nobody. */
export const recipientGroups = (recipientIds: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(recipientIds.length / recipientsMax) }, (_, at) =>
    recipientIds.slice(at * recipientsMax, (at + 1) * recipientsMax),
  )
