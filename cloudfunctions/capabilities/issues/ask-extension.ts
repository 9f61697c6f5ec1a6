import type { issues } from '@/shared/contracts/issues'
import { escalationRoles, recipientOf } from '@/shared/domain/issues/escalation'
import { askExtension as withRequest } from '@/shared/domain/issues/extension'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { dayOf } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { listPosts } from '../../store/reads'
import { saveFact } from './save-fact'

/** Asks for more time once, and tells whoever is there to decide it. */
export const askExtension: Handler<typeof issues.askExtension> = async ({ id, ...request }, context) => {
  const { actor, now, store, directory, transact } = context
  const { rules, community } = await directory()
  const holders = await listPosts(store, actor.communityId, escalationRoles)
  return transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const asked = withRequest(issue, request, actor, now, rules)
    if (isRefusal(asked)) return asked
    const decider = recipientOf(asked, 'extension', { community, holders, day: dayOf(now) })
    await saveFact(tx, asked, { actorId: actor.personId, deciderId: decider?.personId ?? null })
    return changedOf(asked, actor, now, rules)
  })
}
