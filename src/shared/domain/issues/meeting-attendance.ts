import type { Actor } from '../../kernel/actor'
import { refuse } from '../../kernel/decision'
import { minuteMs, toInstant } from '../../kernel/time'
import type { Issue } from './issue'
import { partyName, withJointEntry } from './joint'
import { hasBegun, isChairOf, isOverMeeting, isSeatedAt, type Called } from './meeting'
import { attendanceMax, closesAfterMs, seatedAt, type Meeting } from './meeting-record'
import { isParty } from './owner'
import type { Party } from './party'

const opensBeforeMs = 30 * minuteMs

/** From half an hour before the start to four hours after it. */
export const isSignInOpen = (
  { startsAt, cancelledFor }: Pick<Meeting, 'startsAt' | 'cancelledFor'>,
  now: number,
): boolean =>
  cancelledFor === null && now >= Date.parse(startsAt) - opensBeforeMs && now <= Date.parse(startsAt) + closesAfterMs

type Attendee = Meeting['attendance'][number]
const attended = (meeting: Meeting, attendee: Attendee): Meeting => ({
  ...meeting,
  attendance: [...meeting.attendance, attendee],
  updatedAt: attendee.at,
})

/** Signs in whoever scanned the code shown in the room, as `verdict` found it. Scanning twice is being there once. */
export const checkInToMeeting = (
  meeting: Meeting,
  verdict: 'valid' | 'expired' | 'foreign' | 'wrong',
  actor: Actor,
  now: number,
) => {
  const seat = seatedAt(meeting).find((one) => isParty(actor, one))
  if (!seat) return refuse('FORBIDDEN')
  if (!isSignInOpen(meeting, now)) return refuse('MEETING_NOT_NOW')
  if (meeting.attendance.some(({ personId }) => personId === actor.personId)) return meeting
  if (verdict === 'expired') return refuse('MEETING_CODE_EXPIRED')
  if (verdict === 'foreign') return refuse('MEETING_CODE_FOREIGN')
  if (verdict === 'wrong') return refuse('MEETING_CODE_WRONG')
  const from = fromOf(meeting, seat)
  return attended(meeting, { personId: actor.personId, name: seat.name, from, at: toInstant(now), by: 'code' })
}

const fromOf = ({ communityId }: Meeting, seat: Party): string =>
  partyName(communityId, { ...seat, name: '' }) || '社区'

/** The chair signs in whoever has no telephone: somebody invited, or a guest by name. It is marked as the chair's. */
export const signInAttendee = (
  issue: Issue,
  meeting: Meeting,
  { personId, name, from }: { personId?: string | undefined; name?: string | undefined; from?: string | undefined },
  actor: Actor,
  now: number,
) => {
  if (!isOverMeeting(meeting, issue, actor)) return refuse('FORBIDDEN')
  if (!isSignInOpen(meeting, now)) return refuse('MEETING_NOT_NOW')
  const seat = seatedAt(meeting).find((one) => one.personId === personId)
  if (personId !== undefined && !seat) return refuse('MEETING_NOT_INVITED')
  const guest = { name: seat?.name ?? name ?? '', from: seat ? fromOf(meeting, seat) : (from ?? '') }
  const isThere = (one: Attendee) =>
    seat ? one.personId === seat.personId : one.personId === null && one.name === guest.name && one.from === guest.from
  if (meeting.attendance.some(isThere)) return meeting
  if (meeting.attendance.length >= attendanceMax) return refuse('MEETING_FULL')
  return attended(meeting, { personId: seat?.personId ?? null, ...guest, at: toInstant(now), by: 'chair' })
}

/** The most versions of one meeting's minutes. */
export const minutesMax = 20

/** A new version of the minutes (纪要) by the chair, once the meeting has begun; the versions before it stay. */
export const writeMinutes = (issue: Issue, meeting: Meeting, text: string, actor: Actor, now: number) => {
  if (!isChairOf(meeting, actor)) return refuse('FORBIDDEN')
  if (meeting.cancelledFor !== null) return refuse('MEETING_OVER')
  if (!hasBegun(meeting, now)) return refuse('MEETING_NOT_BEGUN')
  if (meeting.minutes.at(-1)?.text === text) return { meeting, issue, told: new Map<string, string>() }
  if (meeting.minutes.length >= minutesMax) return refuse('MEETING_MINUTES_FULL')
  const at = toInstant(now)
  const isFirst = meeting.minutes.length === 0
  const title = isFirst ? '联席会纪要' : '联席会纪要修改'
  return {
    meeting: { ...meeting, minutes: [...meeting.minutes, { text, at, byName: actor.name }], updatedAt: at },
    issue: withJointEntry(issue, { title, text: `第 ${meeting.number} 次联席会，纪要在会议里看` }, actor, now),
    told: new Map(
      seatedAt(meeting).map(({ personId }) => [
        personId,
        isFirst ? '联席会纪要写好了，打开看看。' : '联席会纪要有修改，打开看看。',
      ]),
    ),
  } satisfies Called
}

/** What the viewer may do with a meeting now, for the page by the same conditions as the server. */
export const meetingActsFor = (meeting: Meeting, issue: Issue, actor: Actor, now: number) => {
  const [isOver, isChair] = [isOverMeeting(meeting, issue, actor), isChairOf(meeting, actor)]
  const isAhead = meeting.cancelledFor === null && !hasBegun(meeting, now)
  const isOpen = isSignInOpen(meeting, now)
  const isThere = meeting.attendance.some(({ personId }) => personId === actor.personId)
  return {
    canUpdate: isOver && isAhead,
    canSignIn: isOver && isOpen,
    canShowCode: isOver && isOpen,
    canCheckIn: isSeatedAt(meeting, actor) && isOpen && !isThere,
    canWriteMinutes: isChair && meeting.cancelledFor === null && hasBegun(meeting, now),
  }
}
