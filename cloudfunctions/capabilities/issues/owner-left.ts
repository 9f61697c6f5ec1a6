import type { Issue } from '@/shared/domain/issues/issue'
import { moveOf } from '@/shared/domain/issues/moves'
import { isStillInPost } from '@/shared/domain/issues/owner'
import { isCommunityWorkerOf } from '@/shared/domain/issues/sight'
import { dayOf } from '@/shared/kernel/time'
import type { QueryContext } from '../../runtime/handler'
import { findPerson } from '../../store/reads'

type Context = Pick<QueryContext, 'actor' | 'now' | 'store'>

type FoundPerson = Awaited<ReturnType<typeof findPerson>>

/** Whether an issue's owner, as they were found, is no longer in the post they were given it in. */
export const isOwnerGone = ({ owner, communityId }: Issue, found: FoundPerson, now: number): boolean =>
  found?.person.communityId !== communityId || !isStillInPost(owner, found.postings, dayOf(now))

/** The same of whoever owns it now. One request. */
export const hasOwnerLeft = async (issue: Issue, { now, store }: Context): Promise<boolean> =>
  isOwnerGone(issue, await findPerson(store, issue.owner.personId), now)

/** The same, asked only where it makes a difference to what the actor may do; elsewhere false, without a request. */
export const leavesItToActor = async (issue: Issue, context: Context): Promise<boolean> =>
  moveOf('passOn').from.includes(issue.state) &&
  isCommunityWorkerOf(issue, context.actor) &&
  (await hasOwnerLeft(issue, context))
