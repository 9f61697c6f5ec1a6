import type { redemptions } from '@/shared/contracts/redemptions'
import { canManage, canSeeStock, centreView, isClerkOf } from '@/shared/domain/redemptions/centre'
import { holds } from '@/shared/kernel/actor'
import { isInForce } from '@/shared/kernel/roles'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { listPosts } from '../../store/reads'
import { listCentresOf } from './centres'

/** Where the caller hands out or keeps the shelf; the desk and administrators see all, and the latter whom they can name. */
export const listMyCentres: Handler<typeof redemptions.listMyCentres> = async (_input, { actor, now, store }) => {
  const centres = (await listCentresOf(store, actor.communityId)).filter((centre) => canSeeStock(centre, actor))
  const posts = holds(actor, ['administrator']) ? await listPosts(store, actor.communityId, ['clerk']) : []
  return {
    centres: centres.map((centre) => ({
      ...centreView(centre, now),
      clerkIds: centre.clerkIds,
      mayManage: canManage(centre, actor),
      mayHandOut: isClerkOf(centre, actor),
    })),
    clerks: posts
      .filter(({ posting }) => isInForce(posting, dayOf(now)))
      .map(({ person }) => ({ personId: person._id, name: person.name })),
    now: toInstant(now),
  }
}
