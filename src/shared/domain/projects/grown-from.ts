import type { OutputOf } from '../../kernel/capability'
import type { projects } from '../../contracts/projects'
import type { Actor } from '../../kernel/actor'
import { projectStateNames } from '../../kernel/projects'
import { classOf } from '../issues/classes'
import type { Issue } from '../issues/issue'
import { isShownToPublic } from '../issues/public-view'
import { canSeeIssue } from '../issues/sight'
import { canSeeProject, isProjectDesk } from './moves'
import type { Project } from './project'

type IssueLink = OutputOf<typeof projects.getProject>['issue']

/**
 * Whether a project can be made of an issue: of one that stands for itself, whether it is still open or not. Never of a private one
 * (a dispute, somebody's hardship): a project is for everybody to read.
 */
export const isForProject = ({ state, classCode }: Pick<Issue, 'state' | 'classCode'>): boolean =>
  state !== 'merged' && state !== 'withdrawn' && classOf(classCode)?.isPrivate === false

/** Whether somebody may make a project of it now: the desk, of an issue that it sees and that has none. */
export const canGrowFrom = (issue: Issue, project: Project | null, actor: Actor): boolean =>
  isProjectDesk(actor) && canSeeIssue(issue, actor) && isForProject(issue) && (project === null || project.isEnded)

/** The way from a project to its issue: for whoever may see the whole of it, else as everybody sees it, else none. */
export const issueLinkOf = (issue: Issue | null, actor: Actor): IssueLink => {
  if (!issue) return null
  const { _id: id, code, communityId } = issue
  if (canSeeIssue(issue, actor)) return { id, code, isPublicView: false }
  return isShownToPublic(issue, actor.communityId) && communityId === actor.communityId
    ? { id, code, isPublicView: true }
    : null
}

/** The way from an issue to its project; null for whoever may not see that. */
export const projectLinkOf = (project: Project | null, actor: Actor) =>
  canSeeProject(project, actor)
    ? { id: project._id, title: project.title, stateName: projectStateNames[project.state] }
    : null

/** Who met what a project was made of: whoever reported it and whoever follows it, each once. */
export const peopleOf = ({ reporterId, followers }: Pick<Issue, 'reporterId' | 'followers'>): string[] => [
  ...new Set([reporterId, ...followers.map(({ personId }) => personId)]),
]
