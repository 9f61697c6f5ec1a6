import type { issues } from '@/shared/contracts/issues'
import { decideCheck as withDecision } from '@/shared/domain/issues/decide-check'
import { checkSeenBy } from '@/shared/domain/issues/seen-content'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** A community worker's word on what the content check was unsure of. Nobody is told: nothing about the matter itself has changed. */
export const decideCheck: Handler<typeof issues.decideCheck> = async ({ id, decision }, { actor, now, transact }) =>
  transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const decided = withDecision(issue, decision, actor, now)
    if (isRefusal(decided)) return decided
    await tx.issues.put(decided)
    return { contentCheck: checkSeenBy(decided, actor) }
  })
