import { classOf } from '@/shared/domain/issues/classes'
import type { Cluster } from '@/shared/domain/issues/cluster'

/** A cluster as a row of a list. */
export const clusterRowOf = (cluster: Cluster) => ({
  id: cluster._id,
  classCode: cluster.classCode,
  className: classOf(cluster.classCode)?.name ?? '其他',
  placeLabel: cluster.placeLabel,
  gridName: cluster.gridName,
  state: cluster.state,
  reports: cluster.issueIds.length,
  foundAt: cluster.foundAt,
  updatedAt: cluster.updatedAt,
})
