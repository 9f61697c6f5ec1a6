import type { issues } from '@/shared/contracts/issues'
import { canDecideCluster, mergedCluster } from '@/shared/domain/issues/cluster'
import { mergeMany } from '@/shared/domain/issues/merge-many'
import { changedOf } from '@/shared/domain/issues/view'
import { mergedAnnouncement, mergedNotices } from '@/shared/domain/notices/cluster-notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { idsAbove } from '../../store/merged-into'
import { putIssue } from './put-issue'

/**
 * Makes one thing of a cluster: every chosen report is merged into the parent in one transaction, all or none. Two documents are written for
 * each; the reporters get one announcement between them, so that twenty reports stay far from the hundred operations of a transaction.
 */
export const mergeCluster: Handler<typeof issues.mergeCluster> = async ({ clusterId, parentId, ids }, context) => {
  const { actor, now, newId, directory, transact } = context
  const { rules } = await directory()
  const key = newId('merge')
  return transact(async (tx) => {
    const cluster = await tx.clusters.get(clusterId)
    if (!cluster || !canDecideCluster(cluster, actor)) return refuse('NOT_FOUND')
    if (cluster.state !== 'open') return refuse('CLUSTER_DECIDED')
    if (![parentId, ...ids].every((id) => cluster.issueIds.includes(id))) return refuse('CLUSTER_OTHER_ISSUE')
    const parent = await tx.issues.get(parentId)
    if (!parent) return refuse('CLUSTER_OTHER_ISSUE')
    const children = []
    for (const id of ids) {
      const child = await tx.issues.get(id)
      if (!child) return refuse('CLUSTER_OTHER_ISSUE')
      children.push(child)
    }
    const merged = mergeMany(parent, children, actor, now, { ...rules, above: await idsAbove(parent, tx) })
    if (isRefusal(merged)) return merged
    for (const [at, child] of merged.children.entries()) await putIssue(tx, children[at]!, child)
    await putIssue(tx, parent, merged.parent)
    await tx.clusters.put(mergedCluster(cluster, parentId, now))
    for (const notice of mergedNotices(merged.parent, children, key, now)) await tx.notices.create(notice)
    await tx.announcements.create(mergedAnnouncement(merged.parent, children, key, now))
    return changedOf(merged.parent, actor, now, rules)
  })
}
