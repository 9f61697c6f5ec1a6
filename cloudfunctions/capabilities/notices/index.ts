import { notices } from '@/shared/contracts/notices'
import type { Domain } from '../../runtime/handler'
import { addSubscriptions } from './add-subscriptions'
import { countUnread } from './count-unread'
import { listNotices } from './list-notices'
import { listSubscriptions } from './list-subscriptions'
import { markRead } from './mark-read'

export const domain: Domain<typeof notices> = {
  contracts: notices,
  handlers: { listNotices, countUnread, markRead, listSubscriptions, addSubscriptions },
}
