import type { issues } from '@/shared/contracts/issues'
import { openStates } from '@/shared/domain/issues/moves'
import { countedMax, countedOf, type Counted } from '@/shared/kernel/counted'
import { refuse } from '@/shared/kernel/decision'
import { deskParts } from '@/shared/kernel/desk-parts'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import type { Where } from '../../store/store'
import { deskWhere, partsOf } from './desk-where'
import { openClustersFor } from './open-clusters'
import { watchedBy } from './watched'

/** How many wait in each part, as far as is counted: one count a part and one of the likely clusters, side by side, each by the very condition of its list. */
export const countDesk: Handler<typeof issues.countDesk> = async (_input, { actor, now, store, directory }) => {
  const watched = watchedBy(actor)
  if (!watched) return refuse('FORBIDDEN')
  const { settings } = (await directory()).rules
  const parts = partsOf(deskParts, actor)
  const counted = async (where: Where): Promise<Counted> =>
    countedOf(await store.issues.countUpTo(where, countedMax + 1))
  const openClusters = openClustersFor(actor)
  const [open, clusters, counts] = await Promise.all([
    counted({ ...watched, state: { in: openStates }, aboutPersonId: { not: actor.personId } }),
    openClusters && store.clusters.count(openClusters),
    Promise.all(parts.map(async (part) => ({ part, ...(await counted(deskWhere({ part }, actor, now, settings)!)) }))),
  ])
  return { parts: counts, open: open.count, isOpenMore: open.isMore, clusters: clusters ?? null, now: toInstant(now) }
}
