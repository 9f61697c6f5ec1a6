import type { consultations } from '@/shared/contracts/consultations'
import { hasBegun, meetingOf, withMeeting } from '@/shared/domain/consultations/meetings'
import { acted } from '@/shared/domain/consultations/moves'
import { meetingOffSaid } from '@/shared/domain/consultations/notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { announce } from './announce'
import { noticeIdOf } from './ids'
import { moveTopic } from './move-topic'
import { everyPartaker } from './partaking'

/** Calls a sitting off before it begins; whoever was told of it is told why. */
export const cancelMeeting: Handler<typeof consultations.cancelMeeting> = async (
  { id, meetingId, reason },
  { actor, now, store, transact },
) => {
  const seen = await store.consultations.get(id)
  const people = seen ? await everyPartaker(store, seen) : []
  return transact(async (tx) => {
    const next = await moveTopic(tx, id, actor, (topic) => {
      const meeting = meetingOf(topic, meetingId)
      if (!meeting) return refuse('NOT_FOUND')
      if (meeting.cancelledFor !== null || hasBegun(meeting, now)) return refuse('MEETING_OVER')
      const meetings = withMeeting(topic, meetingId, { cancelledFor: reason })
      return acted(topic, 'cancelMeeting', { byId: actor.personId, words: reason, given: { meetings } }, now)
    })
    if (isRefusal(next)) return next
    const meeting = meetingOf(next, meetingId)
    if (meeting)
      await announce(tx, next, noticeIdOf('sittingOff', meetingId), people, meetingOffSaid(next, meeting), now)
    return { id }
  })
}
