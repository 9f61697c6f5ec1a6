import type { activities } from '@/shared/contracts/activities'
import { canEnd, canSeeActivity, isActivityStaff } from '@/shared/domain/activities/activity-rules'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { askCheck } from './checks'

/** No more sessions are made, and whoever is no staff is quoted once their reason has passed the content check. Those that are made take place, unless each is cancelled. */
export const endActivity: Handler<typeof activities.endActivity> = ({ id, reason }, { actor, now, transact }) =>
  transact(async (tx) => {
    const activity = await tx.activities.get(id)
    if (!activity || !canSeeActivity(activity, actor)) return refuse('NOT_FOUND')
    const isOver = activity.state === 'ended' || activity.state === 'declined'
    if (!isOver && !canEnd(activity, actor)) return refuse('FORBIDDEN')
    if (isOver) return { id, state: activity.state }
    const isReasonPublic = isActivityStaff(actor)
    await tx.activities.put({ ...activity, state: 'ended', reason, isReasonPublic, updatedAt: toInstant(now) })
    const { communityId, personId: authorId } = actor
    if (!isReasonPublic)
      await askCheck(tx, { of: 'ending', subjectId: id, communityId, authorId, content: reason }, now)
    return { id, state: 'ended' }
  })
