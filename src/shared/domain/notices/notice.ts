import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'

/** A message in a person's inbox (站内信). The inbox is the truth; a subscribe message only points to it. */
export const noticeRecord = z.object({
  _id: id,
  communityId: id,
  recipientId: id,
  title: z.string(),
  text: z.string(),
  subject: z.object({
    kind: z.enum([
      'issue',
      'binding',
      'leave',
      'calendar',
      'cluster',
      'adoption',
      'export',
      'points',
      'ledger',
      'activity',
      'session',
      'consultation',
      'redemption',
      'stock',
      'certificate',
      'project',
      'share',
      'funding',
      'consent',
    ]),
    id,
  }),
  createdAt: instant,
  isRead: z.boolean(),
})
export type Notice = z.infer<typeof noticeRecord>
