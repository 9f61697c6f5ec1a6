import type { issues } from '@/shared/contracts/issues'
import { detailForFollower } from '@/shared/domain/issues/follower-view'
import { mergedInto } from '@/shared/domain/issues/followers'
import { publicPlaceOf } from '@/shared/domain/issues/public-place'
import { canSeeIssue, canSeeUnchecked } from '@/shared/domain/issues/sight'
import { joinedWith } from '@/shared/domain/issues/broke-again'
import { filesOf } from '@/shared/domain/issues/files'
import { detailOf } from '@/shared/domain/issues/view'
import { canGrowFrom, projectLinkOf } from '@/shared/domain/projects/grown-from'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { gatheredFor } from './gathered'
import { leavesItToActor } from './owner-left'

/**
 * One issue as the caller may see it; what they may not see is answered as if it were not there. Whoever merely follows it gets what
 * has passed the content check, and what was merged into it is for those who deal with it.
 */
export const getIssue: Handler<typeof issues.getIssue> = async ({ id }, context) => {
  const { actor, now, store, files, directory } = context
  const issue = await store.issues.get(id)
  if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
  const isFollowing = !canSeeUnchecked(issue, actor)
  const childIds = isFollowing ? [] : mergedInto(issue)
  const joinedIds = joinedWith(issue)
  const otherIds = [...childIds, ...joinedIds]
  const [urls, hasOwnerLeft, gathered, parent, others, project] = await Promise.all([
    files.urlsOf(filesOf(issue)),
    leavesItToActor(issue, context),
    gatheredFor(issue, store),
    issue.mergedInto ? store.issues.get(issue.mergedInto.issueId) : null,
    otherIds.length > 0 ? store.issues.list({ where: { _id: { in: otherIds } } }) : [],
    issue.projectId ? store.projects.get(issue.projectId) : null,
  ])
  const { rules } = await directory()
  const [children, joined] = [childIds, joinedIds].map((ids) => others.filter(({ _id }) => ids.includes(_id)))
  const beside = {
    urls,
    rules: { ...rules, hasOwnerLeft },
    parent,
    children: children!,
    joined: joined!,
    gathered,
    grown: { project: projectLinkOf(project, actor), canGrowProject: canGrowFrom(issue, project, actor) },
  }
  const detail = detailOf(issue, actor, beside, now)
  return isFollowing ? detailForFollower(detail, publicPlaceOf(issue, await directory()), issue) : detail
}
