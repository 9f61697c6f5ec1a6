import type { activities } from '@/shared/contracts/activities'
import { canSeeActivity, canUpdate } from '@/shared/domain/activities/activity-rules'
import { wordsOf } from '@/shared/domain/activities/words-check'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { askAboutProposal } from './checks'

/** Sessions of one activity that can lie ahead: two weeks of three a day. */
const aheadMax = 45

/** Changes what an activity says, and its sessions that have not begun. Hours, places to give and points stay: people signed up for those. */
export const updateActivity: Handler<typeof activities.updateActivity> = async ({ id, ...described }, context) => {
  const { actor, now, store, transact } = context
  const ahead = await store.sessions.list({
    where: { activityId: id, state: 'open', startsAt: { after: toInstant(now) } },
    limit: aheadMax,
  })
  return transact(async (tx) => {
    const activity = await tx.activities.get(id)
    if (!activity || !canSeeActivity(activity, actor)) return refuse('NOT_FOUND')
    if (!['proposed', 'open'].includes(activity.state)) return refuse('ACTIVITY_OVER')
    if (!canUpdate(activity, actor)) return refuse('FORBIDDEN')
    if (described.headCountMin > activity.capacity) return refuse('HEAD_COUNT_UNFIT')
    const changed = { ...activity, ...described, updatedAt: toInstant(now) }
    const isAskedAnew = activity.state === 'proposed' && wordsOf(changed) !== wordsOf(activity)
    const next = isAskedAnew
      ? { ...changed, checks: { cover: null, ...activity.checks, words: 'waiting' as const } }
      : changed
    await tx.activities.put(next)
    if (isAskedAnew) await askAboutProposal(tx, next, activity.leaderId, now)
    const { title, place, headCountMin } = described
    for (const { _id } of ahead) {
      const session = await tx.sessions.get(_id)
      if (session?.state === 'open') await tx.sessions.put({ ...session, title, place, headCountMin })
    }
    return { id }
  })
}
