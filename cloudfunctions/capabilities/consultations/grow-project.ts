import type { consultations } from '@/shared/contracts/consultations'
import { canGrow, tied } from '@/shared/domain/consultations/moves'
import { grownSaid } from '@/shared/domain/consultations/notices'
import { grownProject } from '@/shared/domain/projects/propose'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { announce } from './announce'
import { noticeIdOf } from './ids'
import { findOwners } from './list-owners'
import { moveTopic } from './move-topic'
import { everyPartaker } from './partaking'

/**
 * Makes a project of a resolution: it starts where the consultation has brought it, with the same owner and day, and the consultation
 * hangs on it. Everybody who took part is told.
 */
export const growProject: Handler<typeof consultations.growProject> = async ({ id }, context) => {
  const { actor, now, newId, store, transact } = context
  const [seen, owners] = await Promise.all([store.consultations.get(id), findOwners(context)])
  const people = seen ? await everyPartaker(store, seen) : []
  const projectId = newId('project')
  return transact(async (tx) => {
    const next = await moveTopic(tx, id, actor, async (topic) => {
      if (!canGrow(topic)) return refuse('STEP_UNFIT')
      if (topic.projectId !== null) return refuse('TOPIC_HAS_PROJECT')
      const { title, text, resolution } = topic
      const owner = owners.find((one) => one.id === resolution.ownerId)
      if (!owner) return refuse('OWNER_UNKNOWN')
      const agreed = {
        sentence: resolution.text,
        owner: { personId: owner.id, name: owner.name },
        until: resolution.dueOn,
      }
      const project = grownProject({ _id: projectId, title, text }, agreed, actor, now)
      if (isRefusal(project)) return refuse('RESOLUTION_OVERDUE')
      await tx.projects.create(project)
      return tied(topic, projectId, { note: 'grow', byId: actor.personId, words: title }, now)
    })
    if (isRefusal(next)) return next
    await announce(tx, next, noticeIdOf('grown', id, projectId), people, grownSaid(next), now)
    return { id, projectId }
  })
}
