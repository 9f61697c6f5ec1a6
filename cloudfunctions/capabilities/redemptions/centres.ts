import { canManage, type Centre } from '@/shared/domain/redemptions/centre'
import type { Actor } from '@/shared/kernel/actor'
import type { ReadStore } from '../../store/store'

/** As many centres as a community could have. */
const centresMax = 100

export const listCentresOf = (store: ReadStore, communityId: string): Promise<Centre[]> =>
  store.centres.list({ where: { communityId }, orderBy: [['createdAt', 'asc']], limit: centresMax })

/** A centre the actor keeps; null for one that is not there or not theirs. */
export const managedCentre = async (store: ReadStore, centreId: string, actor: Actor): Promise<Centre | null> => {
  const centre = await store.centres.get(centreId)
  return centre && canManage(centre, actor) ? centre : null
}
