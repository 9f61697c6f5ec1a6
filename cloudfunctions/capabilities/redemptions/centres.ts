import { canManage, type Centre } from '@/shared/domain/redemptions/centre'
import type { Actor } from '@/shared/kernel/actor'
import type { QueryContext } from '../../runtime/handler'
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

/**
 * A centre for a page that is only read, by the community's map and so without a request of its own. The map may be a minute old:
 * whom it would refuse is looked up again, so that a new clerk need not wait.
 */
export const centreToRead = async (
  centreId: string,
  may: (centre: Centre) => boolean,
  { store, directory }: Pick<QueryContext, 'store' | 'directory'>,
): Promise<Centre | null> => {
  const known = (await directory()).centreById.get(centreId)
  if (known && may(known)) return known
  const centre = await store.centres.get(centreId)
  return centre && may(centre) ? centre : null
}
