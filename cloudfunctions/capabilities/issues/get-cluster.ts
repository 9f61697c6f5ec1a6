import type { issues } from '@/shared/contracts/issues'
import { canDecideCluster, isMergeable, likelyParentOf, spanOf } from '@/shared/domain/issues/cluster'
import { spotFor } from '@/shared/domain/issues/near-cell'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { briefOf } from '@/shared/domain/issues/view'
import { metersBetween } from '@/shared/domain/organization/distance'
import { refuse } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { clusterRowOf } from './cluster-row'

/** The evidence for a cluster: its reports, the oldest first, how far apart and on which days. Two requests. */
export const getCluster: Handler<typeof issues.getCluster> = async ({ id }, { actor, now, store, directory }) => {
  const cluster = await store.clusters.get(id)
  if (!cluster || !canDecideCluster(cluster, actor)) return refuse('NOT_FOUND')
  const { buildingById } = await directory()
  const found = await store.issues.list({ where: { _id: { in: cluster.issueIds } } })
  const seen = found.filter((issue) => canSeeIssue(issue, actor)).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  const spots = new Map(seen.map((issue) => [issue._id, spotFor(issue.place, buildingById)]))
  const days = seen.map(({ createdAt }) => dayOf(createdAt))
  return {
    ...clusterRowOf(cluster),
    spot: cluster.spot,
    spanMeters: Math.round(spanOf([...spots.values()].flatMap((spot) => spot ?? []))),
    firstOn: days[0] ?? dayOf(cluster.foundAt),
    lastOn: days.at(-1) ?? dayOf(cluster.foundAt),
    issues: seen.map((issue) => {
      const spot = spots.get(issue._id) ?? null
      return {
        ...briefOf(issue, actor, now),
        metersAway: Math.round(spot ? metersBetween(spot, cluster.spot) : 0),
        point: spot,
        canMerge: isMergeable(issue, actor),
      }
    }),
    parentId: likelyParentOf(cluster, seen),
    dismissal: cluster.dismissal,
    now: toInstant(now),
  }
}
