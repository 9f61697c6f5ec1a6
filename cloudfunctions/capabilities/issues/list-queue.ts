import type { issues } from '@/shared/contracts/issues'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { briefOf } from '@/shared/domain/issues/view'
import { holds, type Actor } from '@/shared/kernel/actor'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Directory } from '../../store/directory'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { Where } from '../../store/store'

/** The grids a caller answers for: their own, and those their party group serves. */
const gridsOf = ({ postings }: Actor, { grids }: Directory): string[] => {
  const scopeIds = postings
    .filter(({ role }) => role === 'gridWorker' || role === 'groupLeader')
    .map(({ scope }) => scope.id)
  return grids.filter((grid) => scopeIds.includes(grid._id) || scopeIds.includes(grid.groupId)).map((grid) => grid._id)
}

const isDesk = (actor: Actor): boolean => holds(actor, ['communityWorker', 'administrator', 'branchSecretary'])

/** Open work, the most pressing first. Each view is one indexed query; what a row may show is checked row by row. */
export const listQueue: Handler<typeof issues.listQueue> = async (
  { view, cursor },
  { actor, now, store, directory },
) => {
  const scoped = async (): Promise<Where | null> => {
    const { communityId } = actor
    if (view === 'mine') return { 'owner.personId': actor.personId, isOpen: true }
    if (view === 'community') return isDesk(actor) ? { communityId, isOpen: true } : null
    const gridIds = gridsOf(actor, await directory())
    if (view === 'grid') return gridIds.length > 0 ? { gridId: { in: gridIds }, communityId, isOpen: true } : null
    if (isDesk(actor)) return { communityId, state: 'verifying', isOpen: true }
    return gridIds.length > 0 ? { gridId: { in: gridIds }, communityId, state: 'verifying', isOpen: true } : null
  }
  const where = await scoped()
  if (!where) return refuse('FORBIDDEN')
  const found = await store.issues.list({ where, ...afterKey(cursor, 'clock.dueAt', 'asc'), limit: pageSize + 1 })
  return {
    issues: found
      .slice(0, pageSize)
      .filter((issue) => canSeeIssue(issue, actor) && (view !== 'verify' || issue.fixerId !== actor.personId))
      .map((issue) => briefOf(issue, now)),
    next: nextCursor(found, (issue) => issue.clock.dueAt),
    now: toInstant(now),
  }
}
