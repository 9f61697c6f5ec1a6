import type { issues } from '@/shared/contracts/issues'
import { workedOnStates } from '@/shared/domain/issues/reminders'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { briefOf } from '@/shared/domain/issues/view'
import { countedMax } from '@/shared/kernel/counted'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import type { Directory } from '../../store/directory'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { ReadStore, Where } from '../../store/store'
import { watchedBy } from './watched'

interface InGrid {
  _id: string | null
  count: number
}

/**
 * How many of the longest late there are in each grid, the most first, then in the order of the grids; and whether there are more than
 * are counted. One request.
 */
const countByGrid = async (store: ReadStore, where: Where, { gridById }: Directory) => {
  const rows = (await store.aggregate('issues', where, [
    { sort: { 'clock.dueAt': 1, _id: 1 } },
    { limit: countedMax + 1 },
    { group: { _id: '$gridId', count: { $sum: 1 } } },
  ])) as InGrid[]
  const numberOf = (gridId: string | null) => gridById.get(gridId ?? '')?.number ?? Number.POSITIVE_INFINITY
  const grids = rows
    .map(({ _id, count }) => ({ gridId: _id, name: gridById.get(_id ?? '')?.name ?? '不分网格', count }))
    .sort((a, b) => b.count - a.count || numberOf(a.gridId) - numberOf(b.gridId))
  return { grids, isCut: rows.reduce((sum, { count }) => sum + count, 0) > countedMax }
}

/** What is past its limit and still somebody's to do, the longest first; a result that was brought in time is not late. */
export const listOverdue: Handler<typeof issues.listOverdue> = async (
  { gridId, cursor },
  { actor, now, store, directory },
) => {
  const watched = watchedBy(actor)
  if (!watched) return refuse('FORBIDDEN')
  const late: Where = {
    ...watched,
    state: { in: workedOnStates },
    'clock.dueAt': { before: toInstant(now + 1) },
  }
  const [{ grids, isCut }, found] = await Promise.all([
    cursor ? { grids: [], isCut: false } : countByGrid(store, late, await directory()),
    store.issues.list({
      ...afterKey(gridId === undefined ? late : { ...late, gridId }, cursor, 'clock.dueAt', 'asc'),
      limit: pageSize + 1,
    }),
  ])
  return {
    grids,
    isMore: isCut,
    issues: found
      .slice(0, pageSize)
      .filter((issue) => canSeeIssue(issue, actor))
      .map((issue) => briefOf(issue, actor, now)),
    next: nextCursor(found, (issue) => issue.clock.dueAt),
    now: toInstant(now),
  }
}
