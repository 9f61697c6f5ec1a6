import type { issues } from '@/shared/contracts/issues'
import { hasJoined, joinedCountOf, joinedThrough, leave } from '@/shared/domain/issues/followers'
import { joiningIdOf } from '@/shared/domain/issues/joining'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/**
 * Takes back 我也遇到, also of issues that were merged into this one, so that undoing the merge does not bring it back. Leaving
 * what one has already left changes nothing.
 */
export const leaveIssue: Handler<typeof issues.leaveIssue> = ({ id }, { actor, transact }) =>
  transact(async (tx) => {
    const issue = await tx.issues.get(id)
    const isLeft = issue?.isPublic && actor.communityId === issue.communityId
    if (!issue || !(canSeeIssue(issue, actor) || isLeft)) return refuse('NOT_FOUND')
    if (!hasJoined(issue, actor.personId)) return { id, joinedCount: joinedCountOf(issue) }
    const left = leave(issue, actor.personId)
    await tx.issues.put(left)
    for (const joinedId of joinedThrough(issue, actor.personId)) {
      const joined = joinedId === id ? null : await tx.issues.get(joinedId)
      if (joined) await tx.issues.put(leave(joined, actor.personId))
      await tx.joinings.remove(joiningIdOf(joinedId, actor.personId))
    }
    return { id, joinedCount: joinedCountOf(left) }
  })
