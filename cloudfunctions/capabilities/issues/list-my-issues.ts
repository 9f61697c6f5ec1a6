import type { issues } from '@/shared/contracts/issues'
import { briefOf } from '@/shared/domain/issues/view'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** What the caller has reported, newest first. */
export const listMyIssues: Handler<typeof issues.listMyIssues> = async ({ cursor }, { actor, now, store }) => {
  const found = await store.issues.list({
    where: { reporterId: actor.personId },
    ...afterKey(cursor, 'createdAt', 'desc'),
    limit: pageSize + 1,
  })
  return {
    issues: found.slice(0, pageSize).map((issue) => briefOf(issue, actor, now)),
    next: nextCursor(found, (issue) => issue.createdAt),
    now: toInstant(now),
  }
}
