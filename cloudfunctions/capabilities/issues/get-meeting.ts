import type { issues } from '@/shared/contracts/issues'
import { meetingRowOf, participantOf } from '@/shared/domain/issues/joint-view'
import { meetingActsFor } from '@/shared/domain/issues/meeting-attendance'
import type { Meeting } from '@/shared/domain/issues/meeting-record'
import { wordsFor } from '@/shared/domain/issues/words-for'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { rotatingCode } from '../../runtime/rotating-code'
import type { Handler } from '../../runtime/handler'
import { loadMeeting } from './save-meeting'

const codeOf = ({ _id, secret }: Meeting, now: number) => {
  const { code, changesAt } = rotatingCode(secret, _id, now)
  return { digits: code, scan: `meeting:${_id}:${code}`, changesAt: toInstant(changesAt) }
}

/** One meeting for those around the table; the code of the moment only for whoever shows it in the room. */
export const getMeeting: Handler<typeof issues.getMeeting> = async ({ id }, { actor, now, store }) => {
  const found = await loadMeeting(id, store, actor)
  if (!found) return refuse('NOT_FOUND')
  const { meeting, issue } = found
  const { canShowCode, ...acts } = meetingActsFor(meeting, issue, actor, now)
  const { communityId, agenda, cancelledFor, attendance, minutes } = meeting
  const answer = {
    ...meetingRowOf(meeting, now),
    now: toInstant(now),
    agenda,
    chair: participantOf(communityId, meeting.chair),
    invited: meeting.invited.map((one) => participantOf(communityId, one)),
    cancelledFor,
    attendance,
    minutes,
    code: canShowCode ? codeOf(meeting, now) : null,
    ...acts,
  }
  return wordsFor(answer, issue, actor)
}
