import type { projects } from '@/shared/contracts/projects'
import { filesOfWorks } from '@/shared/domain/issues/works-shape'
import { canSeeProject } from '@/shared/domain/projects/moves'
import { projectView } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { nameOfBuilding } from '../../store/directory'

/** A project whole; of what households pay only what it comes to. */
export const getProject: Handler<typeof projects.getProject> = async ({ id }, context) => {
  const { actor, now, store, files, directory } = context
  const project = await store.projects.get(id)
  if (!canSeeProject(project, actor)) return refuse('NOT_FOUND')
  const photoIds = filesOfWorks(project.works)
  const [places, call, issue, funding, home, urls] = await Promise.all([
    directory(),
    project.callId ? store.projectCalls.get(project.callId) : null,
    project.issueId ? store.issues.get(project.issueId) : null,
    project.fundingId ? store.fundings.get(project.fundingId) : null,
    project.fundingId && actor.householdId ? store.households.get(actor.householdId) : null,
    photoIds.length > 0 ? files.urlsOf(photoIds) : new Map<string, string>(),
  ])
  const seen = {
    call,
    issue,
    funding,
    buildingId: home?.buildingId ?? null,
    urls,
    nameOfBuilding: (buildingId: string) => nameOfBuilding(places, buildingId),
  }
  return projectView(project, actor, seen, now)
}
