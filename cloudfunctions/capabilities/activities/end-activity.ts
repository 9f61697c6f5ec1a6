import type { activities } from '@/shared/contracts/activities'
import { canEnd, canSeeActivity } from '@/shared/domain/activities/activity-rules'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** No more sessions are made. Those that are made take place, unless each is cancelled. */
export const endActivity: Handler<typeof activities.endActivity> = ({ id, reason }, { actor, now, transact }) =>
  transact(async (tx) => {
    const activity = await tx.activities.get(id)
    if (!activity || !canSeeActivity(activity, actor)) return refuse('NOT_FOUND')
    const isOver = activity.state === 'ended' || activity.state === 'declined'
    if (!isOver && !canEnd(activity, actor)) return refuse('FORBIDDEN')
    if (!isOver) await tx.activities.put({ ...activity, state: 'ended', reason, updatedAt: toInstant(now) })
    return { id, state: isOver ? activity.state : 'ended' }
  })
