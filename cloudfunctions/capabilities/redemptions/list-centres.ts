import type { redemptions } from '@/shared/contracts/redemptions'
import { centreView } from '@/shared/domain/redemptions/centre'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { listCentresOf } from './centres'

/** Where rewards are fetched, and when. */
export const listCentres: Handler<typeof redemptions.listCentres> = async (_input, { actor, now, store }) => ({
  centres: (await listCentresOf(store, actor.communityId)).map((centre) => centreView(centre, now)),
  now: toInstant(now),
})
