import type { issues } from '@/shared/contracts/issues'
import { candidatesFor, dutyRoles } from '@/shared/domain/issues/candidates'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { refuse } from '@/shared/kernel/decision'
import { dayOf } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { nameOfScope } from '../../store/directory'
import { listPosts } from '../../store/reads'

/** Whom the caller could hand an issue to; only those who see the issue learn. */
export const listCandidates: Handler<typeof issues.listCandidates> = async (
  { id, search },
  { actor, now, store, directory },
) => {
  const issue = await store.issues.get(id)
  if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
  const place = await directory()
  const holders = await listPosts(store, actor.communityId, dutyRoles)
  return candidatesFor(issue, { holders, nameOfScope: (scope) => nameOfScope(place, scope), day: dayOf(now) }, search)
}
