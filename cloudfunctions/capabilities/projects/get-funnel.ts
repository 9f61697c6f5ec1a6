import type { projects } from '@/shared/contracts/projects'
import { funnelOf, type FunnelGroup } from '@/shared/domain/projects/funnel'
import { callView } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import type { ProjectStep } from '@/shared/kernel/projects'
import type { Handler } from '../../runtime/handler'

/** What has become of the proposals of a call, counted by the database over an index; nothing of any single one. */
export const getFunnel: Handler<typeof projects.getFunnel> = async ({ callId }, { actor, now, store }) => {
  const [call, rows] = await Promise.all([
    store.projectCalls.get(callId),
    // By the call alone, which is of one community: over the index, without the documents.
    store.aggregate('projects', { callId }, [
      { group: { _id: { unitId: '$unitId', reached: '$reached', isEnded: '$isEnded' }, count: { $sum: 1 } } },
    ]),
  ])
  if (call?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  const found = rows as { _id: { unitId: string; reached: ProjectStep; isEnded: boolean }; count: number }[]
  const groups: FunnelGroup[] = found.map(({ _id, count }) => ({ ..._id, count }))
  return {
    call: callView(call, now),
    steps: funnelOf(groups),
    units: call.units.map(({ id, name }) => ({
      id,
      name,
      steps: funnelOf(groups.filter(({ unitId }) => unitId === id)),
    })),
  }
}
