import type { projects } from '@/shared/contracts/projects'
import { filesOfWorks } from '@/shared/domain/issues/works-shape'
import { canSeeProject } from '@/shared/domain/projects/moves'
import { withWorks } from '@/shared/domain/projects/works'
import { worksChanged } from '@/shared/domain/projects/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { claimPhotos, giveBack } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'

/**
 * Notes the works of a project as they were read and changed; what somebody else has changed since is not written over. Photos it shows
 * already stay as they are; new ones are claimed once it is known to be allowed.
 */
export const setWorks: Handler<typeof projects.setWorks> = async ({ id, seenAt, pairs, sites, ...given }, context) => {
  const { actor, now, store, files, newId, directory, transact } = context
  const asked = await store.projects.get(id)
  if (!canSeeProject(asked, actor)) return refuse('NOT_FOUND')
  const { buildingById } = await directory()
  if (sites.some(({ buildingId }) => !buildingById.has(buildingId))) return refuse('BUILDING_UNKNOWN')
  const worksWith = (kept: ReadonlyMap<string, string>) => ({
    what: given.what,
    startOn: given.startOn,
    endOn: given.endOn ?? null,
    areaSquareMeters: given.areaSquareMeters ?? null,
    pairs: pairs.map(({ spot, beforeId, afterId }) => ({
      spot,
      beforeId: kept.get(beforeId) ?? beforeId,
      afterId: afterId ? (kept.get(afterId) ?? afterId) : null,
    })),
  })
  const allowed = withWorks(asked, worksWith(new Map()), sites, actor, now)
  if (isRefusal(allowed)) return allowed
  if (asked.updatedAt !== seenAt) return refuse('WORKS_CHANGED')
  const known = filesOfWorks(asked.works)
  const fresh = filesOfWorks(worksWith(new Map())).filter((fileId) => !known.includes(fileId))
  const kept = await claimPhotos(fresh, newId('works'), context)
  if (isRefusal(kept)) return kept
  const keptBy = new Map(fresh.map((fileId, at) => [fileId, kept[at]!.fileId]))
  const answer = await transact(async (tx) => {
    const project = await tx.projects.get(id)
    if (!canSeeProject(project, actor)) return refuse('NOT_FOUND')
    const next = withWorks(project, worksWith(keptBy), sites, actor, now)
    if (isRefusal(next)) return next
    // Two may be written in one millisecond: what is no longer shown is gone from storage, and is not shown again.
    const isShown = (fileId: string) => filesOfWorks(project.works).includes(fileId)
    const isFresh = (fileId: string) => kept.some((photo) => photo.fileId === fileId)
    if (project.updatedAt !== seenAt || !filesOfWorks(next.works).every((one) => isShown(one) || isFresh(one)))
      return refuse('WORKS_CHANGED')
    await tx.projects.put(next)
    return worksChanged(next, now)
  })
  // The same request, sent twice at once, may have been the quicker one: what the project shows stays.
  const unshown = async (fileIds: readonly string[]) => {
    if (fileIds.length === 0) return []
    const still = filesOfWorks((await store.projects.get(id))?.works)
    return fileIds.filter((fileId) => !still.includes(fileId))
  }
  if (isRefusal(answer)) await giveBack(await unshown([...keptBy.values()]), context)
  else {
    const left = filesOfWorks(worksWith(keptBy))
    await files.remove(await unshown(known.filter((fileId) => !left.includes(fileId))))
  }
  return answer
}
