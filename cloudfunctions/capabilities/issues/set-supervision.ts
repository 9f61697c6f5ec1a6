import type { issues } from '@/shared/contracts/issues'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { setSupervision as withSupervision } from '@/shared/domain/issues/supervision'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { saveFact } from './save-fact'

/** Puts an issue under supervision, asks again, or takes it off. */
export const setSupervision: Handler<typeof issues.setSupervision> = async (
  { id, ...wanted },
  { actor, now, directory, transact },
) => {
  const { rules } = await directory()
  return transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const set = withSupervision(issue, wanted, actor, now, rules)
    if (isRefusal(set)) return set
    await saveFact(tx, set, { actorId: actor.personId })
    return changedOf(set, actor, now, rules)
  })
}
