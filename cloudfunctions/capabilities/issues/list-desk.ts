import type { issues } from '@/shared/contracts/issues'
import { briefOf } from '@/shared/domain/issues/view'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { deskWhere, orderOf } from './desk-where'

/** One part of the desk or a stretch of its book, a page at a time; the first page says how many there are. */
export const listDesk: Handler<typeof issues.listDesk> = async (
  { filter, cursor },
  { actor, now, store, directory },
) => {
  const { settings } = (await directory()).rules
  const where = deskWhere(filter, actor, now, settings)
  if (!where) return refuse('FORBIDDEN')
  const [field, direction] = orderOf(filter)
  const [total, found] = await Promise.all([
    cursor ? null : store.issues.count(where),
    store.issues.list({ where, ...afterKey(cursor, field, direction), limit: pageSize + 1 }),
  ])
  return {
    total,
    issues: found
      .slice(0, pageSize)
      .filter((issue) => canSeeIssue(issue, actor))
      .map((issue) => briefOf(issue, actor, now)),
    next: nextCursor(found, (issue) => (field === 'createdAt' ? issue.createdAt : issue.clock.dueAt)),
    now: toInstant(now),
  }
}
