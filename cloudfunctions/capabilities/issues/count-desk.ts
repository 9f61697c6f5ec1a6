import type { issues } from '@/shared/contracts/issues'
import { refuse } from '@/shared/kernel/decision'
import { deskParts } from '@/shared/kernel/desk-parts'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { deskWhere, partsOf } from './desk-where'
import { openClustersFor } from './open-clusters'
import { watchedBy } from './watched'

/** How many wait in each part: one count a part and one of the likely clusters, side by side, each by the very condition of its list. */
export const countDesk: Handler<typeof issues.countDesk> = async (_input, { actor, now, store, directory }) => {
  const watched = watchedBy(actor)
  if (!watched) return refuse('FORBIDDEN')
  const { settings } = (await directory()).rules
  const parts = partsOf(deskParts, actor)
  const openClusters = openClustersFor(actor)
  const [clusters, open, ...counts] = await Promise.all([
    openClusters && store.clusters.count(openClusters),
    store.issues.count({ ...watched, isOpen: true, aboutPersonId: { not: actor.personId } }),
    ...parts.map((part) => store.issues.count(deskWhere({ part }, actor, now, settings)!)),
  ])
  return {
    parts: parts.map((part, at) => ({ part, count: counts[at]! })),
    open: open!,
    clusters: clusters ?? null,
    now: toInstant(now),
  }
}
