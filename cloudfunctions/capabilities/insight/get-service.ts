import type { insight } from '@/shared/contracts/insight'
import { serviceView } from '@/shared/domain/insight/service-table'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { themesOf } from '../../store/themes'
import { listServiceMonths } from './service-months'

/** What volunteers did and what points did, from the sums of months; never from the records themselves. */
export const getService: Handler<typeof insight.getService> = async (span, { actor, now, store }) => {
  const [months, { names }] = await Promise.all([
    listServiceMonths(store, actor.communityId, span),
    themesOf(store, actor.communityId),
  ])
  return { ...serviceView(months, names), now: toInstant(now) }
}
