import type { activities } from '@/shared/contracts/activities'
import { cancelledAnnouncement } from '@/shared/domain/activities/activity-notices'
import { canLead, isActivityStaff } from '@/shared/domain/activities/activity-rules'
import { refuse } from '@/shared/kernel/decision'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { askCheck } from './checks'
import { noticeIdOf } from './ids'
import { returnReserve } from './publish-sessions'
import { signupsOf } from './session-rows'

/** Cancels a session that has not begun (what somebody who is no staff writes is passed on once it has passed the content check), returns what was set aside for it and tells everybody who signed up. */
export const cancelSession: Handler<typeof activities.cancelSession> = async ({ id, reason }, context) => {
  const { actor, now, store, transact } = context
  const found = await store.sessions.get(id)
  if (found?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  if (!canLead(found, actor)) return refuse('FORBIDDEN')
  const live = (await signupsOf(store, id)).filter(({ state }) => state === 'live')
  const recipientIds = live.map(({ personId }) => personId)
  return transact(async (tx) => {
    const session = await tx.sessions.get(id)
    if (!session) return refuse('NOT_FOUND')
    if (session.state === 'cancelled') return { id, told: 0 }
    if (session.state !== 'open' || Date.parse(session.startsAt) <= now) return refuse('SESSION_BEGUN')
    const cancelled = {
      ...session,
      state: 'cancelled' as const,
      cancelledFor: reason,
      isReasonPublic: isActivityStaff(actor),
      // What stays of it, those who came early and what was said of children, goes once no check-in can be under way any more.
      nextStep: 'close' as const,
      nextAt: toInstant(now + minuteMs),
      reserved: 0,
    }
    await tx.sessions.put(cancelled)
    if (!cancelled.isReasonPublic) {
      const { communityId } = session
      await askCheck(
        tx,
        { of: 'cancelling', subjectId: id, communityId, authorId: actor.personId, content: reason },
        now,
      )
    }
    await returnReserve(tx, session, 0)
    if (recipientIds.length > 0)
      await tx.announcements.create(cancelledAnnouncement(cancelled, `${noticeIdOf('off', id)}-`, recipientIds, now))
    return { id, told: recipientIds.length }
  })
}
