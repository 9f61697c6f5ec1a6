import type { issues } from '@/shared/contracts/issues'
import { addProgress as withProgress } from '@/shared/domain/issues/progress'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { isLeadOf, isOwnerOf } from '@/shared/domain/issues/owner'
import { withAnswer } from '@/shared/domain/issues/supervision'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { claimPhotos, type KeptPhoto } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { releasePhotos } from './release-photos'
import { saveIssue } from './save-issue'

/** A line of progress with photos, claimed once it is known to be allowed; the state stays. */
export const addProgress: Handler<typeof issues.addProgress> = async ({ id, text, fileIds }, context) => {
  const { actor, now, newId, transact, directory } = context
  const { rules } = await directory()
  const use = newId('use')
  let claimed: readonly KeptPhoto[] = []
  const answer = await transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const allowed = withProgress(issue, { text, fileIds }, actor, now)
    if (isRefusal(allowed)) return allowed
    const kept = await claimPhotos(fileIds, use, context)
    if (isRefusal(kept)) return kept
    claimed = kept
    const changed = withProgress(issue, { text, fileIds: kept.map(({ fileId }) => fileId) }, actor, now)
    if (isRefusal(changed)) return changed
    const isAnswer = isOwnerOf(issue, actor) || isLeadOf(issue, actor)
    const answered = isAnswer ? withAnswer(changed, now, rules) : changed
    await saveIssue(tx, issue, answered, actor.personId)
    return changedOf(answered, actor, now, rules)
  })
  if (isRefusal(answer)) await releasePhotos(claimed, id, context)
  return answer
}
