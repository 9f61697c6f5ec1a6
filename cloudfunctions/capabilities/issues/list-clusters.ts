import type { issues } from '@/shared/contracts/issues'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { clusterRowOf } from './cluster-row'
import { openClustersFor } from './open-clusters'

/** What the desk still has to look at, the last changed first. One indexed query. */
export const listClusters: Handler<typeof issues.listClusters> = async ({ cursor }, { actor, now, store }) => {
  const where = openClustersFor(actor)
  if (!where) return refuse('FORBIDDEN')
  const found = await store.clusters.list({
    ...afterKey(where, cursor, 'updatedAt', 'desc'),
    limit: pageSize + 1,
  })
  return {
    clusters: found.slice(0, pageSize).map(clusterRowOf),
    next: nextCursor(found, ({ updatedAt }) => updatedAt),
    now: toInstant(now),
  }
}
