import type { issues } from '@/shared/contracts/issues'
import { canDecideCluster, dismissCluster as dismissed } from '@/shared/domain/issues/cluster'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Tells reports apart that only look alike (不是一回事); they make no cluster again. */
export const dismissCluster: Handler<typeof issues.dismissCluster> = ({ id, reason }, { actor, now, transact }) =>
  transact(async (tx) => {
    const cluster = await tx.clusters.get(id)
    if (!cluster || !canDecideCluster(cluster, actor)) return refuse('NOT_FOUND')
    const decided = dismissed(cluster, reason, actor, now)
    if (isRefusal(decided)) return decided
    await tx.clusters.put(decided)
    return { id, state: 'dismissed' as const }
  })
