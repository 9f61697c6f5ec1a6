import { refuse, type Refusal } from '../../kernel/decision'
import { isInForce } from '../../kernel/roles'
import { addDays } from '../../kernel/time'
import type { Leave, Person, PostingRecord } from './records'

/** The longest leave (请假) that one request may ask for, both days included. */
export const leaveDaysMax = 90

/** True on every day of a person's leave, the first and the last included. */
export const isAway = (person: Pick<Person, 'leave'>, day: string): boolean =>
  person.leave !== undefined && person.leave.from <= day && day <= person.leave.to

/** What deciding a leave has to look at. Postings may hold past ones; only those in force count. */
export interface LeaveRequest {
  person: Person
  postings: readonly PostingRecord[]
  leave: Leave
  today: string
  /** The person named to act meanwhile with their postings; absent when there is no such person. */
  standIn?: { person: Person; postings: readonly PostingRecord[] } | undefined
  /** Everybody who holds the community's duty post (值班岗), the asking person included when they do. */
  dutyHolders: readonly Person[]
  /** Everybody whose leave names the asking person as the one who acts meanwhile. */
  standsInFor: readonly Person[]
}

export type LeaveRefusal =
  | 'LEAVE_BACKWARDS'
  | 'LEAVE_IN_THE_PAST'
  | 'LEAVE_TOO_LONG'
  | 'LEAVE_STAND_IN_SELF'
  | 'LEAVE_STAND_IN_UNFIT'
  | 'LEAVE_STAND_IN_FOR_ANOTHER'
  | 'LEAVE_LAST_ON_DUTY'

const overlaps = (leave: Leave | undefined, from: string, to: string): boolean =>
  leave !== undefined && leave.from <= to && from <= leave.to

const lasts = (posting: PostingRecord, from: string, to: string): boolean =>
  isInForce(posting, from) && isInForce(posting, to)

/** A role that may be stood in for: officers act for their own department only. */
const sameDuty = (a: PostingRecord, b: PostingRecord): boolean => a.role === b.role && a.departmentId === b.departmentId

/**
 * Whether somebody may act for a person from a day to a day: another person of the same community who holds one of the
 * same posts all that time and takes no leave in it.
 */
export const isFitStandIn = (
  standIn: { person: Person; postings: readonly PostingRecord[] },
  absent: { person: Person; postings: readonly PostingRecord[] },
  from: string,
  to: string,
): boolean =>
  standIn.person._id !== absent.person._id &&
  standIn.person.communityId === absent.person.communityId &&
  !overlaps(standIn.person.leave, from, to) &&
  standIn.postings.some(
    (held) =>
      lasts(held, from, to) && absent.postings.some((posting) => isInForce(posting, from) && sameDuty(held, posting)),
  )

/** The first day from a day to a day on which nobody of these people is present, or null. */
const firstDayUnmanned = (people: readonly Person[], from: string, to: string): string | null => {
  for (let day = from; day <= to; day = addDays(day, 1)) if (people.every((person) => isAway(person, day))) return day
  return null
}

/**
 * A leave, or why it cannot be had. Nobody goes who acts for somebody else in those days: their work would be nobody's. The duty post is what everything falls back on, so its last present holder may not go:
 * every single day needs somebody else on it.
 */
export const decideLeave = ({
  person,
  postings,
  leave,
  today,
  standIn,
  dutyHolders,
  standsInFor,
}: LeaveRequest): Leave | Refusal<LeaveRefusal> => {
  const { from, to, standInId } = leave
  if (to < from) return refuse('LEAVE_BACKWARDS')
  if (from < today) return refuse('LEAVE_IN_THE_PAST')
  if (addDays(from, leaveDaysMax - 1) < to) return refuse('LEAVE_TOO_LONG')
  if (standInId === person._id) return refuse('LEAVE_STAND_IN_SELF')
  if (!standIn || standIn.person._id !== standInId || !isFitStandIn(standIn, { person, postings }, from, to))
    return refuse('LEAVE_STAND_IN_UNFIT')
  if (standsInFor.some((absent) => absent._id !== person._id && overlaps(absent.leave, from, to)))
    return refuse('LEAVE_STAND_IN_FOR_ANOTHER')
  const others = dutyHolders.filter((holder) => holder._id !== person._id)
  if (others.length < dutyHolders.length && firstDayUnmanned(others, from, to) !== null)
    return refuse('LEAVE_LAST_ON_DUTY')
  return { from, to, standInId }
}
