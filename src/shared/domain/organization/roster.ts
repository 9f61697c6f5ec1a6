import * as z from 'zod'
import { day, id, instant } from '../../kernel/shapes'
import { refuse, type Refusal } from '../../kernel/decision'
import { isInForce, type Role } from '../../kernel/roles'
import { toInstant } from '../../kernel/time'
import { isAway } from './leave'
import type { Person, PostingRecord } from './records'

/** The most people on duty in one night. */
export const rosterPeopleMax = 3
/** The most days one look at the roster shows. */
export const rosterDaysMax = 62

/** One line of the roster (值班表): who is on duty through a roster day. When such a day begins and ends: `duty-day.ts`. */
export const rosterDayRecord = z.object({
  _id: id,
  communityId: id,
  day,
  personIds: z.array(id).min(1).max(rosterPeopleMax),
  setBy: id,
  setAt: instant,
})
export type RosterDay = z.infer<typeof rosterDayRecord>

/** The id of a roster day: made from community and day, so that a day is never planned twice. */
export const rosterDayIdOf = (communityId: string, ofDay: string): string => `${communityId}:${ofDay}`

/**
 * Posts whose holders may be put on the roster. Heads of buildings and units are neighbours and not asked to stay up; those of
 * departments, service centre and member units answer to others.
 */
export const rosterRoles = [
  'communityWorker',
  'gridWorker',
  'groupLeader',
  'branchSecretary',
  'propertyManager',
  'areaPolice',
  'administrator',
] as const satisfies readonly Role[]

/** Somebody who may be on duty, with every posting they ever held. */
export interface Member {
  readonly person: Person
  readonly postings: readonly PostingRecord[]
}

/** The post in which somebody of a community may be on duty on a day: in force, and they are not away. null when there is none. */
export const rosterPostOf = (
  { person, postings }: Member,
  communityId: string,
  onDay: string,
): PostingRecord | null => {
  if (person.communityId !== communityId || isAway(person, onDay)) return null
  const held = postings.filter((posting) => posting.communityId === communityId && isInForce(posting, onDay))
  const ranks = held.map(({ role }) => rosterRoles.findIndex((wanted) => wanted === role))
  const best = ranks.reduce((least, rank) => (rank >= 0 && (least < 0 || rank < least) ? rank : least), -1)
  return best < 0 ? null : held[ranks.indexOf(best)]!
}

/** Whether a roster day still stands as somebody saw it (`seenAt`: when it had been set; null: nobody was planned). */
export const isAsSeen = (rosterDay: Pick<RosterDay, 'setAt'> | null, seenAt: string | null): boolean =>
  (rosterDay?.setAt ?? null) === seenAt

/** A roster day about to be set; `people` are those of the named who exist. */
export interface RosterRequest {
  readonly communityId: string
  readonly day: string
  readonly personIds: readonly string[]
  readonly people: readonly Member[]
  readonly actorId: string
  readonly now: number
  readonly today: string
}

/** The roster day as asked for, null when it is cleared, or why it cannot be so. Who is not fit is answered like who is not there. */
export const decideRosterDay = (
  request: RosterRequest,
): { rosterDay: RosterDay | null } | Refusal<'ROSTER_IN_THE_PAST' | 'ROSTER_PERSON_UNFIT'> => {
  const { communityId, personIds, people, actorId, now, today } = request
  if (request.day < today) return refuse('ROSTER_IN_THE_PAST')
  const isFit = (personId: string): boolean => {
    const member = people.find(({ person }) => person._id === personId)
    return member !== undefined && rosterPostOf(member, communityId, request.day) !== null
  }
  if (!personIds.every(isFit)) return refuse('ROSTER_PERSON_UNFIT')
  if (personIds.length === 0) return { rosterDay: null }
  return {
    rosterDay: {
      _id: rosterDayIdOf(communityId, request.day),
      communityId,
      day: request.day,
      personIds: [...personIds],
      setBy: actorId,
      setAt: toInstant(now),
    },
  }
}
