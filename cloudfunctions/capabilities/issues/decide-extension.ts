import type { issues } from '@/shared/contracts/issues'
import { decideExtension as withDecision } from '@/shared/domain/issues/extension'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { saveFact } from './save-fact'

/** Agrees to more time, and the limit moves; or does not, and says why. */
export const decideExtension: Handler<typeof issues.decideExtension> = async (
  { id, ...decision },
  { actor, now, directory, transact },
) => {
  const { rules } = await directory()
  return transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const decided = withDecision(issue, decision, actor, now, rules)
    if (isRefusal(decided)) return decided
    await saveFact(tx, decided, { actorId: actor.personId })
    return changedOf(decided, actor, now, rules)
  })
}
