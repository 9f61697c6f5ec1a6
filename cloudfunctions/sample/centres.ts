import type { Centre } from '@/shared/domain/redemptions/centre'
import { addDays, startOfDay, toInstant } from '@/shared/kernel/time'

/** Where rewards are fetched: the centre of the community with two clerks, and a small one at its other end. */
export const centresFrom = (communityId: string, today: string): Centre[] => [
  {
    _id: 'centre-1',
    communityId,
    name: '鑫盛嘉园党群服务中心',
    place: '鑫盛嘉园南门东侧一楼，爱心兑换台',
    phone: '0533-0000910',
    hours: { weekdays: [1, 2, 3, 4, 5, 6], opens: '08:30', closes: '17:30' },
    clerkIds: ['clerk-1', 'clerk-2'],
    createdAt: toInstant(startOfDay(addDays(today, -200))),
  },
  {
    _id: 'centre-2',
    communityId,
    name: '房石便民服务点',
    place: '房石小区北门值班室旁',
    phone: '0533-0000911',
    hours: { weekdays: [2, 4, 6], opens: '09:00', closes: '11:30' },
    clerkIds: ['clerk-3'],
    createdAt: toInstant(startOfDay(addDays(today, -90))),
  },
]
