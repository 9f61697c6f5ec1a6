import type { projects } from '@/shared/contracts/projects'
import { isProjectDesk } from '@/shared/domain/projects/moves'
import { callView } from '@/shared/domain/projects/views'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** More calls than a community makes in ten years. */
const callsMax = 100

/** The calls for proposals, the latest first. */
export const listCalls: Handler<typeof projects.listCalls> = async (_input, { actor, now, store }) => {
  const { communityId } = actor
  const mayManage = isProjectDesk(actor)
  const [calls, groups] = await Promise.all([
    store.projectCalls.list({ where: { communityId }, orderBy: [['from', 'desc']], limit: callsMax }),
    mayManage ? store.partyNodes.list({ where: { communityId, kind: 'group' }, limit: 1000 }) : [],
  ])
  return {
    calls: calls.map((call) => callView(call, now)),
    partyGroups: groups.map(({ _id, name }) => ({ id: _id, name })),
    mayManage,
    now: toInstant(now),
  }
}
