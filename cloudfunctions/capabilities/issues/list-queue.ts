import type { issues } from '@/shared/contracts/issues'
import { openStates } from '@/shared/domain/issues/moves'
import { issueClasses } from '@/shared/domain/issues/classes'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { briefOf } from '@/shared/domain/issues/view'
import { holds, type Actor } from '@/shared/kernel/actor'
import { refuse } from '@/shared/kernel/decision'
import type { Role } from '@/shared/kernel/roles'
import { toInstant } from '@/shared/kernel/time'
import type { Directory } from '../../store/directory'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { Where } from '../../store/store'

/** The grids a caller answers for: their own, those their party group serves, and those of the groups of their branch. */
const gridsOf = ({ postings }: Actor, { grids, partyNames }: Directory): string[] => {
  const heldIn = (...wanted: Role[]) =>
    postings.filter(({ role }) => wanted.includes(role)).map(({ scope }) => scope.id)
  const [scopeIds, branchIds] = [heldIn('gridWorker', 'groupLeader'), heldIn('branchSecretary')]
  return grids
    .filter(
      ({ _id, groupId }) =>
        scopeIds.includes(_id) ||
        scopeIds.includes(groupId) ||
        branchIds.includes(partyNames.get(groupId)?.parentId ?? ''),
    )
    .map((grid) => grid._id)
}

const isDesk = (actor: Actor): boolean => holds(actor, ['communityWorker', 'administrator'])

/**
 * Private classes are left out by the query itself, so that a page is never emptied afterwards; those a caller handles are
 * in `mine`. Community workers see them all.
 */
const publicCodes = issueClasses.filter(({ isPrivate }) => !isPrivate).map(({ code }) => code)

/** Open work, the most pressing first. Each view is one indexed query; what a row may show is checked row by row. */
export const listQueue: Handler<typeof issues.listQueue> = async (
  { view, cursor },
  { actor, now, store, directory },
) => {
  const scoped = async (): Promise<Where | null> => {
    if (view === 'mine') return { 'owner.personId': actor.personId, isOpen: true }
    const seen: Where = holds(actor, ['communityWorker']) ? {} : { classCode: { in: publicCodes } }
    const open: Where = { communityId: actor.communityId, isOpen: true, ...seen }
    if (view === 'community')
      return isDesk(actor) ? { communityId: actor.communityId, state: { in: openStates }, ...seen } : null
    const wanted: Where = view === 'verify' ? { communityId: actor.communityId, state: 'verifying', ...seen } : open
    if (view === 'verify' && isDesk(actor)) return wanted
    const gridIds = gridsOf(actor, await directory())
    return gridIds.length > 0 ? { ...wanted, gridId: { in: gridIds } } : null
  }
  const where = await scoped()
  if (!where) return refuse('FORBIDDEN')
  const found = await store.issues.list({ ...afterKey(where, cursor, 'clock.dueAt', 'asc'), limit: pageSize + 1 })
  return {
    issues: found
      .slice(0, pageSize)
      .filter((issue) => canSeeIssue(issue, actor) && (view !== 'verify' || issue.fixerId !== actor.personId))
      .map((issue) => briefOf(issue, actor, now)),
    next: nextCursor(found, (issue) => issue.clock.dueAt),
    now: toInstant(now),
  }
}
