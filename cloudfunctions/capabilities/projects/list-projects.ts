import type { projects } from '@/shared/contracts/projects'
import { isProjectDesk } from '@/shared/domain/projects/moves'
import { projectRow } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { Where } from '../../store/store'

/** Projects, the last moved first. */
export const listProjects: Handler<typeof projects.listProjects> = async (
  { part, state, cursor },
  { actor, now, store },
) => {
  if (part === 'desk' && !isProjectDesk(actor)) return refuse('FORBIDDEN')
  const { communityId, personId } = actor
  const whose: Record<typeof part, Where> = {
    public: { communityId, isPublic: true },
    desk: { communityId },
    mine: { proposerId: personId },
  }
  const found = await store.projects.list({
    ...afterKey({ ...whose[part], ...(state ? { state } : {}) }, cursor, 'updatedAt', 'desc'),
    limit: pageSize + 1,
  })
  return {
    projects: found.slice(0, pageSize).map((project) => projectRow(project, now)),
    next: nextCursor(found, ({ updatedAt }) => updatedAt),
    now: toInstant(now),
  }
}
