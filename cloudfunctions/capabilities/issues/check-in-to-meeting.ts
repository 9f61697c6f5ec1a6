import type { issues } from '@/shared/contracts/issues'
import { checkInToMeeting as checkedIn, isSignInOpen } from '@/shared/domain/issues/meeting-attendance'
import { seatIdOf, type Meeting } from '@/shared/domain/issues/meeting-record'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { verdictOf } from '../../runtime/rotating-code'
import type { Handler } from '../../runtime/handler'
import { takeTry } from '../../runtime/take-try'
import { loadMeeting } from './save-meeting'

/** Six digits typed, or the picture, which also says of which meeting it is. */
const readCode = ({ _id, secret }: Meeting, code: string, now: number) => {
  const [, of, digits] = /^meeting:(.+):(\d{6})$/.exec(code) ?? []
  if (of !== undefined && of !== _id) return 'foreign'
  return verdictOf(secret, _id, digits ?? code, now)
}

/**
 * Signs the caller in by the code shown in the room. A code is good for a minute at most, so a picture sent on is late; and who is
 * invited may try only a few in a minute, so that none is guessed.
 */
export const checkInToMeeting: Handler<typeof issues.checkInToMeeting> = async ({ id, code }, context) => {
  const { actor, now, store, transact } = context
  const seat = await store.meetingSeats.get(seatIdOf(id, actor.personId))
  const isCounted = seat?.isOn && isSignInOpen({ startsAt: seat.startsAt, cancelledFor: null }, now)
  if (isCounted && !(await takeTry(store.meetingSeats, seat, now))) return refuse('MEETING_TRIED_TOO_OFTEN')
  return transact(async (tx) => {
    const found = await loadMeeting(id, tx, actor)
    if (!found) return refuse('NOT_FOUND')
    const meeting = checkedIn(found.meeting, readCode(found.meeting, code, now), actor, now)
    if (isRefusal(meeting)) return meeting
    if (meeting !== found.meeting) await tx.meetings.put(meeting)
    return { id, at: meeting.attendance.find(({ personId }) => personId === actor.personId)!.at }
  })
}
