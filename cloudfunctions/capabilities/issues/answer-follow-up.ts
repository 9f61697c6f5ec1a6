import type { issues } from '@/shared/contracts/issues'
import { answerFollowUp as answered } from '@/shared/domain/issues/follow-up'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { saveIssue } from './save-issue'

/** The reporter's word, four weeks later, on whether it has held. */
export const answerFollowUp: Handler<typeof issues.answerFollowUp> = async (
  { id, answer },
  { actor, now, transact, directory },
) => {
  const { rules } = await directory()
  return transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const changed = answered(issue, answer, actor, now)
    if (isRefusal(changed)) return changed
    await saveIssue(tx, issue, changed, actor.personId)
    return changedOf(changed, actor, now, rules)
  })
}
