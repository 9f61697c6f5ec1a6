import type { issues } from '@/shared/contracts/issues'
import { briefOf } from '@/shared/domain/issues/view'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { countedMax, countedOf } from '@/shared/kernel/counted'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { deskWhere, orderOf } from './desk-where'

/** One part of the desk or a stretch of its book, a page at a time; the first page says how many there are, as far as is counted. */
export const listDesk: Handler<typeof issues.listDesk> = async (
  { filter, cursor },
  { actor, now, store, directory },
) => {
  const { settings } = (await directory()).rules
  const where = deskWhere(filter, actor, now, settings)
  if (!where) return refuse('FORBIDDEN')
  const { field, direction, keyOf } = orderOf(filter)
  const [counted, found] = await Promise.all([
    cursor ? null : store.issues.countUpTo(where, countedMax + 1),
    store.issues.list({ ...afterKey(where, cursor, field, direction), limit: pageSize + 1 }),
  ])
  const total = counted === null ? null : countedOf(counted)
  return {
    total: total && total.count,
    isTotalMore: total?.isMore ?? false,
    issues: found
      .slice(0, pageSize)
      .filter((issue) => canSeeIssue(issue, actor))
      .map((issue) => briefOf(issue, actor, now)),
    next: nextCursor(found, keyOf),
    now: toInstant(now),
  }
}
