import type { projects } from '@/shared/contracts/projects'
import { newProject, withUnitInUse } from '@/shared/domain/projects/propose'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { canGrowFrom } from '@/shared/domain/projects/grown-from'
import { isProjectDesk } from '@/shared/domain/projects/moves'
import { projectRow } from '@/shared/domain/projects/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { dayOf, startOfDay, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** How many projects somebody proposes in a day; the desk, which puts on record what others say, as many as there are. */
const perDay = 5

/**
 * Proposes a project; nobody but the desk reads it until it has been screened. One that the desk makes of an issue and that issue point at
 * each other; of an issue there is one project at a time.
 */
export const proposeProject: Handler<typeof projects.proposeProject> = async (
  { callId, issueId, ...said },
  { actor, now, store, newId, transact },
) => {
  const today = toInstant(startOfDay(dayOf(now)))
  const asked = { proposerId: actor.personId, createdAt: { atLeast: today } }
  if (!isProjectDesk(actor) && (await store.projects.countUpTo(asked, perDay)) >= perDay)
    return refuse('PROJECTS_TOO_MANY')
  const _id = newId('project')
  return transact(async (tx) => {
    const call = callId ? await tx.projectCalls.get(callId) : null
    if (callId && call?.communityId !== actor.communityId) return refuse('NOT_FOUND')
    const project = newProject({ _id, ...said, issueId }, call, actor, now)
    if (isRefusal(project)) return project
    const issue = issueId ? await tx.issues.get(issueId) : null
    if (issueId) {
      if (!issue || !isProjectDesk(actor) || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
      const before = issue.projectId ? await tx.projects.get(issue.projectId) : null
      if (before && !before.isEnded) return refuse('ISSUE_HAS_PROJECT')
      if (!canGrowFrom(issue, before, actor)) return refuse('ISSUE_NOT_FOR_PROJECT')
      await tx.issues.put({ ...issue, projectId: _id })
    }
    const inUse = call && project.unitId ? withUnitInUse(call, project.unitId) : call
    if (inUse && inUse !== call) await tx.projectCalls.put(inUse)
    await tx.projects.create(project)
    return projectRow(project, now)
  })
}
