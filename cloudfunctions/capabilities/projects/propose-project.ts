import type { projects } from '@/shared/contracts/projects'
import { newProject } from '@/shared/domain/projects/propose'
import { projectRow } from '@/shared/domain/projects/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Proposes a project; nobody but the desk reads it until it has been screened. */
export const proposeProject: Handler<typeof projects.proposeProject> = async (
  { callId, ...said },
  { actor, now, store, newId, transact },
) => {
  const call = callId ? await store.projectCalls.get(callId) : null
  if (callId && call?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  const project = newProject({ _id: newId('project'), ...said }, call, actor, now)
  if (isRefusal(project)) return project
  return transact(async (tx) => {
    await tx.projects.create(project)
    return projectRow(project, now)
  })
}
