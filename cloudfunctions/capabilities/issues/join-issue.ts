import type { issues } from '@/shared/contracts/issues'
import { classOf } from '@/shared/domain/issues/classes'
import { hasJoined, join, joinedCountOf } from '@/shared/domain/issues/followers'
import type { Issue } from '@/shared/domain/issues/issue'
import { joiningIdOf } from '@/shared/domain/issues/joining'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { issueStateNames } from '@/shared/kernel/vocabulary'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** What somebody may join: what residents may see, and what they see themself, unless it is a private matter. */
const isJoinable = (issue: Issue, actor: Actor): boolean =>
  actor.communityId === issue.communityId &&
  issue.aboutPersonId !== actor.personId &&
  (issue.isPublic || (canSeeIssue(issue, actor) && classOf(issue.classCode)?.isPrivate === false))

/** 我也遇到: counted once a household, and everybody who says so is told of every step. Saying it again changes nothing. */
export const joinIssue: Handler<typeof issues.joinIssue> = ({ id }, { actor, now, transact }) =>
  transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !isJoinable(issue, actor)) return refuse('NOT_FOUND')
    const joined = join(issue, actor, now)
    if (isRefusal(joined)) return joined
    if (!hasJoined(issue, actor.personId)) {
      await tx.issues.put(joined)
      await tx.joinings.put({
        _id: joiningIdOf(id, actor.personId),
        communityId: actor.communityId,
        personId: actor.personId,
        issueId: id,
        createdAt: toInstant(now),
      })
    }
    return {
      id,
      joinedCount: joinedCountOf(joined),
      ownerName: joined.owner.name,
      stateName: issueStateNames[joined.state],
    }
  })
