import type { issues } from '@/shared/contracts/issues'
import { filesOf } from '@/shared/domain/issues/files'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { asMeant } from '@/shared/domain/issues/words-for'
import { setWorks as withWorks } from '@/shared/domain/issues/works'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { claimPhotos, type KeptPhoto } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { releasePhotos } from './release-photos'
import { saveIssue } from './save-issue'

/** Notes the works of an issue. Photos the issue shows already stay as they are; new ones are claimed once it is known to be allowed. */
export const setWorks: Handler<typeof issues.setWorks> = async ({ id, pairs, ...given }, context) => {
  const { actor, now, newId, directory, transact } = context
  const { rules } = await directory()
  const use = newId('use')
  const named = pairs.flatMap(({ beforeId, afterId }) => [beforeId, ...(afterId ? [afterId] : [])])
  let claimed: readonly KeptPhoto[] = []
  const answer = await transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const worksWith = (kept: ReadonlyMap<string, string>) => ({
      what: asMeant(given.what, issue.works?.what, issue, actor),
      startOn: given.startOn,
      endOn: given.endOn ?? null,
      areaSquareMeters: given.areaSquareMeters ?? null,
      pairs: pairs.map(({ spot, beforeId, afterId }) => ({
        spot,
        beforeId: kept.get(beforeId) ?? beforeId,
        afterId: afterId ? (kept.get(afterId) ?? afterId) : null,
      })),
    })
    const allowed = withWorks(issue, worksWith(new Map()), actor, now)
    if (isRefusal(allowed)) return allowed
    const fresh = named.filter((fileId) => !filesOf(issue).includes(fileId))
    const kept = await claimPhotos(fresh, use, context)
    if (isRefusal(kept)) return kept
    claimed = kept
    const keptBy = new Map(fresh.map((fileId, at) => [fileId, kept[at]!.fileId]))
    const decided = withWorks(issue, worksWith(keptBy), actor, now)
    if (isRefusal(decided)) return decided
    await saveIssue(tx, issue, decided, actor.personId)
    return changedOf(decided, actor, now, rules)
  })
  if (isRefusal(answer)) await releasePhotos(claimed, id, context)
  return answer
}
