import type { issues } from '@/shared/contracts/issues'
import { addProgress as withProgress } from '@/shared/domain/issues/progress'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { saveIssue } from './save-issue'

/** A line of progress with photos, claimed once it is known to be allowed; the state stays. */
export const addProgress: Handler<typeof issues.addProgress> = async ({ id, text, fileIds }, context) => {
  const { actor, now, transact } = context
  return transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const changed = withProgress(issue, { text, fileIds }, actor, now)
    if (isRefusal(changed)) return changed
    const refused = await claimPhotos(fileIds, id, context)
    if (refused) return refused
    await saveIssue(tx, issue, changed, actor.personId)
    return changedOf(changed, actor, now)
  })
}
