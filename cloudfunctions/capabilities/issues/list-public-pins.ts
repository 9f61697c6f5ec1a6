import type { issues } from '@/shared/contracts/issues'
import { closedDaysOnMap, isShownToPublic, publicPinOf } from '@/shared/domain/issues/public-view'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { publicWhere } from './public-issues'

/** So many pins at most, so that the answer stays under 64 KB; what is open goes before what has ended. */
const pinsMax = { open: 150, closed: 50 }

/** The public map: two bounded reads of the newest, whatever there is. */
export const listPublicPins: Handler<typeof issues.listPublicPins> = async (
  { state, ...filter },
  { actor, now, store, directory },
) => {
  const { communityId } = actor
  const newest = async (of: 'open' | 'closed') =>
    state && state !== of
      ? []
      : store.issues.list({
          where: {
            ...publicWhere(communityId, { ...filter, state: of }),
            ...(of === 'closed' ? { updatedAt: { after: toInstant(now - closedDaysOnMap * dayMs) } } : {}),
          },
          orderBy: [['updatedAt', 'desc']],
          limit: pinsMax[of] + 1,
        })
  const [places, open, closed] = await Promise.all([directory(), newest('open'), newest('closed')])
  return {
    pins: [...open.slice(0, pinsMax.open), ...closed.slice(0, pinsMax.closed)]
      .filter((issue) => isShownToPublic(issue, communityId))
      .flatMap((issue) => publicPinOf(issue, places) ?? []),
    isMore: open.length > pinsMax.open || closed.length > pinsMax.closed,
    now: toInstant(now),
  }
}
