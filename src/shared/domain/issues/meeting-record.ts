import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'
import { minuteMs } from '../../kernel/time'
import { partyShape, type Party } from './party'

/** The most people one meeting invites; who comes besides is signed in by the chair. */
export const invitedMax = 11
/** The most names on one attendance list, guests included. */
export const attendanceMax = 60
/** The most meetings one issue carries. */
export const meetingsMax = 20
/** Until when, after the start, people may still sign in. */
export const closesAfterMs = 4 * 60 * minuteMs

/** A joint meeting (联席会) of the departments that deal with one issue; an issue has several. */
export const meetingRecord = z.object({
  _id: id,
  communityId: id,
  issueId: id,
  issueCode: z.string(),
  classCode: z.string(),
  /** Which of the issue's meetings it is, from 1. */
  number: z.number().int(),
  startsAt: instant,
  place: z.string(),
  agenda: z.string(),
  chair: partyShape,
  invited: z.array(partyShape),
  /** What the rotating code is made from; it never leaves the server. */
  secret: z.string(),
  cancelledFor: z.string().nullable(),
  attendance: z.array(
    z.object({
      /** null: a guest, whom the chair has signed in by name. */
      personId: id.nullable(),
      name: z.string(),
      from: z.string(),
      at: instant,
      by: z.enum(['code', 'chair']),
    }),
  ),
  /** Every version of the minutes (纪要), the newest last. */
  minutes: z.array(z.object({ text: z.string(), at: instant, byName: z.string() })),
  createdAt: instant,
  updatedAt: instant,
})
export type Meeting = z.infer<typeof meetingRecord>

/** One person's seat at a meeting, by which it stands in their inbox and in that of their department. */
export const meetingSeatRecord = z.object({
  _id: id,
  communityId: id,
  meetingId: id,
  personId: id,
  departmentId: id.nullable(),
  startsAt: instant,
  isOn: z.boolean(),
  /** How often its person has lately tried a code, and since when; absent until they did. */
  tries: z.number().int().optional(),
  triedSince: instant.optional(),
})
export type MeetingSeat = z.infer<typeof meetingSeatRecord>

/** Those around the table: the chair and whoever is invited, each once. */
export const seatedAt = ({ chair, invited }: Pick<Meeting, 'chair' | 'invited'>): Party[] => [
  chair,
  ...invited.filter(({ personId }) => personId !== chair.personId),
]

/** Where somebody's seat at a meeting stands. */
export const seatIdOf = (meetingId: string, personId: string): string => `seat:${meetingId}:${personId}`

/** The seats of a meeting as they should now be kept. */
export const seatsOf = (meeting: Meeting): MeetingSeat[] =>
  seatedAt(meeting).map(({ personId, departmentId }) => ({
    _id: seatIdOf(meeting._id, personId),
    communityId: meeting.communityId,
    meetingId: meeting._id,
    personId,
    departmentId: departmentId ?? null,
    startsAt: meeting.startsAt,
    isOn: meeting.cancelledFor === null,
  }))
