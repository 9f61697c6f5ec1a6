import type { issues } from '@/shared/contracts/issues'
import { publicPartsOf } from '@/shared/domain/issues/public-parts'
import { isShownToPublic, publicDetailOf } from '@/shared/domain/issues/public-view'
import { filesOfWorks } from '@/shared/domain/issues/works-shape'
import { projectLinkOf } from '@/shared/domain/projects/grown-from'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** One issue as anybody may see it; what is not public is answered as if it were not there. */
export const getPublicIssue: Handler<typeof issues.getPublicIssue> = async (
  { id },
  { actor, now, store, files, directory },
) => {
  const issue = await store.issues.get(id)
  if (!issue || !isShownToPublic(issue, actor.communityId)) return refuse('NOT_FOUND')
  const { fileIds, resultFileIds } = publicPartsOf(issue)
  const [places, project, urls] = await Promise.all([
    directory(),
    issue.projectId ? store.projects.get(issue.projectId) : null,
    files.urlsOf([...fileIds, ...resultFileIds, ...filesOfWorks(issue.works)]),
  ])
  return { ...publicDetailOf(issue, places, urls, now), project: projectLinkOf(project, actor) }
}
