import type { issues } from '@/shared/contracts/issues'
import { canReadUpkeep } from '@/shared/domain/issues/adoption'
import { adoptionDetailOf } from '@/shared/domain/issues/adoption-view'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** How many photos of one adoption are shown, the latest first: what one request asks addresses for. */
const photosShownMax = 50

/** One adoption as the caller may see it. Photos only for those who keep the plot. */
export const getAdoption: Handler<typeof issues.getAdoption> = async ({ id }, { actor, now, store, files }) => {
  const adoption = await store.adoptions.get(id)
  if (!adoption || adoption.communityId !== actor.communityId) return refuse('NOT_FOUND')
  const noted = [...adoption.upkeep].reverse().flatMap(({ fileIds }) => fileIds)
  const fileIds = canReadUpkeep(adoption, actor) ? [...adoption.plot.fileIds, ...noted].slice(0, photosShownMax) : []
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  return adoptionDetailOf(adoption, actor, urls, now)
}
