import type { consultations } from '@/shared/contracts/consultations'
import { topicsOfProjectMax } from '@/shared/kernel/consultation-limits'
import { canTie, tied } from '@/shared/domain/consultations/moves'
import { canSeeProject } from '@/shared/domain/projects/moves'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { moveTopic } from './move-topic'

/** Hangs a topic on a project, so that its meetings stand there in order; or takes it off. Twice is once. */
export const setTopicProject: Handler<typeof consultations.setTopicProject> = async ({ id, projectId }, context) => {
  const { actor, now, store, transact } = context
  const tiedAlready = projectId ? await store.consultations.countUpTo({ projectId }, topicsOfProjectMax) : 0
  return transact(async (tx) => {
    const project = projectId ? await tx.projects.get(projectId) : null
    const next = await moveTopic(tx, id, actor, (topic) => {
      if (!canTie(topic)) return refuse('STEP_UNFIT')
      if (projectId && !canSeeProject(project, actor)) return refuse('PROJECT_UNKNOWN')
      if (topic.projectId === projectId) return topic
      if (tiedAlready >= topicsOfProjectMax) return refuse('PROJECT_TOPICS_TOO_MANY')
      const words = project?.title ?? ''
      return tied(topic, projectId, { note: projectId ? 'tie' : 'untie', byId: actor.personId, words }, now)
    })
    return isRefusal(next) ? next : { id, projectId: next.projectId }
  })
}
