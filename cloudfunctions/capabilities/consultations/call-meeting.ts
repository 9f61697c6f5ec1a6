import type { consultations } from '@/shared/contracts/consultations'
import { meetingsMax } from '@/shared/domain/consultations/meetings'
import { acted } from '@/shared/domain/consultations/moves'
import { meetingSaid } from '@/shared/domain/consultations/notices'
import type { Meeting } from '@/shared/domain/consultations/records'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { dayMs, wallClock } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { announce } from './announce'
import { noticeIdOf } from './ids'
import { moveTopic } from './move-topic'
import { everyPartaker } from './partaking'

const aheadMs = 365 * dayMs

/** Calls a sitting; everybody who proposed, supported or spoke is told. */
export const callMeeting: Handler<typeof consultations.callMeeting> = async ({ id, ...asked }, context) => {
  const { actor, now, newId, newSecret, store, transact } = context
  const startsAt = Date.parse(asked.startsAt)
  if (startsAt <= now || startsAt > now + aheadMs) return refuse('MEETING_IN_PAST')
  const seen = await store.consultations.get(id)
  const people = seen ? await everyPartaker(store, seen) : []
  const meetingId = newId('sitting')
  const secret = newSecret()
  return transact(async (tx) => {
    let meeting: Meeting | undefined
    const next = await moveTopic(tx, id, actor, (topic) => {
      if (topic.meetings.length >= meetingsMax) return refuse('MEETINGS_TOO_MANY')
      const number = topic.meetings.length + 1
      meeting = { id: meetingId, number, ...asked, secret, cancelledFor: null, minutes: [] }
      const words = `${wallClock(startsAt).format('M 月 D 日 HH:mm')}，${asked.place}`
      return acted(
        topic,
        'callMeeting',
        { byId: actor.personId, words, given: { meetings: [...topic.meetings, meeting] } },
        now,
      )
    })
    if (isRefusal(next)) return next
    if (meeting) await announce(tx, next, noticeIdOf('sitting', meetingId), people, meetingSaid(next, meeting), now)
    return { id, meetingId }
  })
}
