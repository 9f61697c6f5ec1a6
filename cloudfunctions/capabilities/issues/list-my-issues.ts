import type { issues } from '@/shared/contracts/issues'
import { briefForFollower } from '@/shared/domain/issues/follower-view'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Joining } from '@/shared/domain/issues/joining'
import { publicPlaceOf } from '@/shared/domain/issues/public-place'
import { canSeeIssue, canSeeUnchecked } from '@/shared/domain/issues/sight'
import { briefOf } from '@/shared/domain/issues/view'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { Where } from '../../store/store'

/** An issue in somebody's list, with what puts it there: their report, or that they joined it. */
interface Row {
  _id: string
  createdAt: string
  issue: Issue
}

/** Newest first, and rows of one instant by id, as both lists are ordered. */
const newestFirst = (a: Row, b: Row): number =>
  a.createdAt === b.createdAt ? (a._id < b._id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1

/**
 * What the caller has reported and what they have joined (我也遇到), newest first. Both lists go on after the same key, so that a page
 * of the two together costs a page of each.
 */
export const listMyIssues: Handler<typeof issues.listMyIssues> = async (
  { cursor },
  { actor, now, store, directory },
) => {
  const pageOf = (where: Where) => ({ ...afterKey(where, cursor, 'createdAt', 'desc'), limit: pageSize + 1 })
  const [own, joinings] = await Promise.all([
    store.issues.list(pageOf({ reporterId: actor.personId })),
    store.joinings.list(pageOf({ personId: actor.personId })),
  ])
  const joined = await issuesOf(joinings, store)
  const rows = [
    ...own.map((issue): Row => ({ _id: issue._id, createdAt: issue.createdAt, issue })),
    ...joinings.flatMap(({ _id, createdAt, issueId }): Row[] => {
      const issue = joined.get(issueId)
      return issue && canSeeIssue(issue, actor) ? [{ _id, createdAt, issue }] : []
    }),
  ]
    .sort(newestFirst)
    .slice(0, pageSize + 1)
  const ground = await directory()
  return {
    issues: rows.slice(0, pageSize).map(({ issue }) => {
      const brief = briefOf(issue, actor, now)
      return canSeeUnchecked(issue, actor) ? brief : briefForFollower(brief, publicPlaceOf(issue, ground))
    }),
    next: nextCursor(rows, ({ createdAt }) => createdAt),
    now: toInstant(now),
  }
}

const issuesOf = async (
  joinings: readonly Joining[],
  store: Parameters<typeof listMyIssues>[1]['store'],
): Promise<ReadonlyMap<string, Issue>> => {
  if (joinings.length === 0) return new Map()
  const found = await store.issues.list({ where: { _id: { in: joinings.map(({ issueId }) => issueId) } } })
  return new Map(found.map((issue) => [issue._id, issue]))
}
