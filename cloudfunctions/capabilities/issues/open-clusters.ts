import { canDecideCluster } from '@/shared/domain/issues/cluster'
import type { Actor } from '@/shared/kernel/actor'
import type { Where } from '../../store/store'

/** The condition of the clusters somebody still has to look at, for their list and their count alike; null for whoever may not merge. */
export const openClustersFor = (actor: Actor): Where | null =>
  canDecideCluster(actor, actor) ? { communityId: actor.communityId, state: 'open' } : null
