import { dueGroup, type DueGroup } from '@/features/issues/time-words'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'

export const groupNames: Record<DueGroup, string> = {
  late: '已超时',
  today: '今天到期',
  later: '以后到期',
  paused: '暂停计时',
}

const order: readonly DueGroup[] = ['late', 'today', 'later', 'paused']

/** The queue under its headings. Rows come sorted by limit, so reading on only ever adds below. */
export const groupByDue = (issues: readonly IssueBrief[], now: string): { group: DueGroup; issues: IssueBrief[] }[] =>
  order
    .map((group) => ({
      group,
      issues: issues.filter(({ dueAt, urgency }) => dueGroup(urgency === 'none' ? null : dueAt, now) === group),
    }))
    .filter((one) => one.issues.length > 0)
