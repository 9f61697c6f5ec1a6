import type { issues } from '@/shared/contracts/issues'
import { takeStep as stepped } from '@/shared/domain/issues/procedure'
import { isRefusal } from '@/shared/kernel/decision'
import { claimPhotos, type KeptPhoto } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { releasePhotos } from './release-photos'
import { shareOut } from './share-out'

/** One step of a dispute or a hazard; its photos are claimed once it is known to be allowed. */
export const takeStep: Handler<typeof issues.takeStep> = async ({ id, step, text, fileIds }, context) => {
  const { actor, now, newId, transact } = context
  const [use, key] = [newId('use'), newId('notice')]
  let claimed: readonly KeptPhoto[] = []
  const answer = await transact((tx) =>
    shareOut(tx, { id, key }, context, async (issue, rules) => {
      const allowed = stepped(issue, { step, text, fileIds }, actor, now, rules)
      if (isRefusal(allowed)) return allowed
      const kept = await claimPhotos(fileIds, use, context)
      if (isRefusal(kept)) return kept
      claimed = kept
      return stepped(issue, { step, text, fileIds: kept.map(({ fileId }) => fileId) }, actor, now, rules)
    }),
  )
  if (isRefusal(answer)) await releasePhotos(claimed, id, context)
  return answer
}
