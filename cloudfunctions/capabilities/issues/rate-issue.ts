import type { issues } from '@/shared/contracts/issues'
import { rateIssue as withRating } from '@/shared/domain/issues/rate-issue'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { saveIssue } from './save-issue'

/** The reporter's word on how it went. */
export const rateIssue: Handler<typeof issues.rateIssue> = async (
  { id, ...rating },
  { actor, now, transact, directory },
) => {
  const { rules } = await directory()
  return transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const rated = withRating(issue, rating, actor, now)
    if (isRefusal(rated)) return rated
    await saveIssue(tx, issue, rated, actor.personId)
    return changedOf(rated, actor, now, rules)
  })
}
