import { notices } from '@/shared/contracts/notices'
import type { Domain } from '../../runtime/handler'
import { countUnread } from './count-unread'
import { listNotices } from './list-notices'
import { markRead } from './mark-read'

export const domain: Domain<typeof notices> = {
  contracts: notices,
  handlers: { listNotices, countUnread, markRead },
}
