import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { cursor, id, instant } from '../kernel/shapes'
import { subscriptions } from './subscriptions'

export const notices = {
  ...subscriptions,
  listNotices: query({
    summary: '我的站内信，新的在前',
    roles: ['signedIn'],
    input: z.strictObject({ cursor }),
    output: z.object({
      notices: z.array(
        z.object({
          id,
          title: z.string(),
          text: z.string(),
          /** What it is about, so that a tap opens it. */
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
              'ledger',
            ]),
            id,
          }),
          createdAt: instant,
          isRead: z.boolean(),
        }),
      ),
      next: cursor,
      unread: z.number().int(),
    }),
  }),
  countUnread: query({
    summary: '未读站内信的数量',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({ unread: z.number().int() }),
  }),
  markRead: command({
    summary: '标为已读：列出的几条，或全部',
    roles: ['signedIn'],
    input: z.strictObject({
      /** At most one page of them; absent means all. */
      ids: z.array(id).min(1, '请至少选择一条').max(100, '一次最多 100 条').optional(),
    }),
    output: z.object({ marked: z.number().int() }),
  }),
}
