import type { consultations } from '@/shared/contracts/consultations'
import { topicsOfProjectMax } from '@/shared/kernel/consultation-limits'
import { seriesOf } from '@/shared/domain/consultations/series'
import { canSeeProject } from '@/shared/domain/projects/moves'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Every meeting and decision that led to a project, in order; of topics whose words have passed. */
export const listProjectMeetings: Handler<typeof consultations.listProjectMeetings> = async (
  { projectId },
  { actor, now, store },
) => {
  const [project, topics] = await Promise.all([
    store.projects.get(projectId),
    store.consultations.list({ where: { projectId }, limit: topicsOfProjectMax }),
  ])
  if (!canSeeProject(project, actor)) return refuse('NOT_FOUND')
  return { entries: seriesOf(topics.filter(({ textCheck }) => textCheck === 'passed')), now: toInstant(now) }
}
