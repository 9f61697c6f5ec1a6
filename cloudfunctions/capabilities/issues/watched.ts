import { issueClasses } from '@/shared/domain/issues/classes'
import { holds, type Actor } from '@/shared/kernel/actor'
import type { Where } from '../../store/store'

/** Private classes are left out by the query itself, so that a page is never emptied afterwards. */
const publicCodes = issueClasses.filter(({ isPrivate }) => !isPrivate).map(({ code }) => code)

/**
 * What somebody watches over: the desk the whole community, a branch secretary the grids of their branch. Only community workers
 * watch private classes too. null for everybody else.
 */
export const watchedBy = (actor: Actor): Where | null => {
  const { communityId } = actor
  if (holds(actor, ['communityWorker'])) return { communityId }
  if (holds(actor, ['administrator'])) return { communityId, classCode: { in: publicCodes } }
  const branches = actor.postings.filter(({ role }) => role === 'branchSecretary').map(({ scope }) => scope.id)
  // A community has a few branches, so that an index of the community serves each of them too.
  return branches.length > 0 ? { communityId, branchId: { in: branches }, classCode: { in: publicCodes } } : null
}
