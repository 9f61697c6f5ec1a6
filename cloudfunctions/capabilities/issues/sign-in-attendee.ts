import type { issues } from '@/shared/contracts/issues'
import { signInAttendee as signedIn } from '@/shared/domain/issues/meeting-attendance'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { loadMeeting } from './save-meeting'

/** The chair signs in whoever has no telephone at hand. */
export const signInAttendee: Handler<typeof issues.signInAttendee> = ({ id, ...who }, { actor, now, transact }) =>
  transact(async (tx) => {
    const found = await loadMeeting(id, tx, actor)
    if (!found) return refuse('NOT_FOUND')
    const meeting = signedIn(found.issue, found.meeting, who, actor, now)
    if (isRefusal(meeting)) return meeting
    if (meeting !== found.meeting) await tx.meetings.put(meeting)
    return { id, attendees: meeting.attendance.length }
  })
