import type { issues } from '@/shared/contracts/issues'
import { completeCommitment as completed } from '@/shared/domain/issues/commitment'
import { isRefusal } from '@/shared/kernel/decision'
import { claimPhotos, type KeptPhoto } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { changeCommitment } from './change-commitment'
import { releasePhotos } from './release-photos'

/** A promise kept, in a sentence and perhaps with photos; those are claimed once it is known to be allowed. */
export const completeCommitment: Handler<typeof issues.completeCommitment> = async (
  { id, sentence, fileIds },
  context,
) => {
  const [use, key] = [context.newId('use'), context.newId('notice')]
  let claimed: readonly KeptPhoto[] = []
  const answer = await context.transact((tx) =>
    changeCommitment(tx, { id, key }, context, async (issue, commitment) => {
      const allowed = completed(issue, commitment, { sentence, fileIds }, context.actor, context.now)
      if (isRefusal(allowed)) return allowed
      const kept = await claimPhotos(fileIds, use, context)
      if (isRefusal(kept)) return kept
      claimed = kept
      const keptIds = kept.map(({ fileId }) => fileId)
      return completed(issue, commitment, { sentence, fileIds: keptIds }, context.actor, context.now)
    }),
  )
  if (isRefusal(answer)) await releasePhotos(claimed, id, context)
  return answer
}
