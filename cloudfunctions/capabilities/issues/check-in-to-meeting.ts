import type { issues } from '@/shared/contracts/issues'
import { checkInToMeeting as checkedIn } from '@/shared/domain/issues/meeting-attendance'
import type { Meeting } from '@/shared/domain/issues/meeting-record'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { verdictOf } from '../../runtime/rotating-code'
import type { Handler } from '../../runtime/handler'
import { loadMeeting } from './save-meeting'

/** Six digits typed, or the picture, which also says of which meeting it is. */
const readCode = ({ _id, secret }: Meeting, code: string, now: number) => {
  const [, of, digits] = /^meeting:(.+):(\d{6})$/.exec(code) ?? []
  if (of !== undefined && of !== _id) return 'foreign'
  return verdictOf(secret, _id, digits ?? code, now)
}

/** Signs the caller in by the code shown in the room. A code is good for a minute at most, so a picture sent on is late. */
export const checkInToMeeting: Handler<typeof issues.checkInToMeeting> = ({ id, code }, { actor, now, transact }) =>
  transact(async (tx) => {
    const found = await loadMeeting(id, tx, actor)
    if (!found) return refuse('NOT_FOUND')
    const meeting = checkedIn(found.meeting, readCode(found.meeting, code, now), actor, now)
    if (isRefusal(meeting)) return meeting
    if (meeting !== found.meeting) await tx.meetings.put(meeting)
    return { id, at: meeting.attendance.find(({ personId }) => personId === actor.personId)!.at }
  })
