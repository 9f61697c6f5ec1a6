import { isInForce } from '../../kernel/roles'
import { refuse, type Refusal } from '../../kernel/decision'
import { dayMs, dayOf, toInstant } from '../../kernel/time'
import type { Issue } from '../issues/issue'
import { hasDuty } from '../issues/owner'
import type { Person, PostingRecord } from '../organization/records'

/** How long somebody may still change their mind about leaving; well within the fifteen working days of the rules. */
export const daysToChangeMind = 7

/** What stands where the name of somebody who has left stood. */
export const nameOfLeft = '已注销居民'

const answersForSomething = (posting: PostingRecord, today: string): boolean =>
  hasDuty(posting.role) && isInForce(posting, today)

/** The posts a person still answers for today; while there is one, leaving would leave its tasks with nobody. */
export const dutiesOf = (postings: readonly PostingRecord[], now: number): PostingRecord[] =>
  postings.filter((posting) => answersForSomething(posting, dayOf(now)))

/** Asks to leave (注销): nothing goes yet, and it can be undone until the day. */
export const askToLeave = (
  person: Person,
  postings: readonly PostingRecord[],
  now: number,
): (Person & { leavesAt: string }) | Refusal<'ACCOUNT_HOLDS_POST' | 'ACCOUNT_ALREADY_LEAVING'> => {
  if (person.leavesAt) return refuse('ACCOUNT_ALREADY_LEAVING')
  if (dutiesOf(postings, now).length > 0) return refuse('ACCOUNT_HOLDS_POST')
  return { ...person, leavesAt: toInstant(now + daysToChangeMind * dayMs) }
}

/** Takes back the wish to leave. */
export const stay = ({ leavesAt, ...person }: Person): Person | Refusal<'ACCOUNT_NOT_LEAVING'> =>
  leavesAt ? person : refuse('ACCOUNT_NOT_LEAVING')

const withoutReporter = (issue: Issue, strangerId: string): Partial<Issue> => ({
  reporterId: strangerId,
  reporterName: nameOfLeft,
  reporterHouseholdId: null,
  isUnnamed: true,
  place: { ...issue.place, householdId: null, door: null },
})

/**
 * An issue without a person who reported or followed it: no name, no door, no household, and an id that leads to nobody. What had
 * to be done, what was done in a post, and how many have met the same thing stay on record.
 */
export const withoutPerson = (issue: Issue, personId: string, strangerId: string): Issue => ({
  ...issue,
  ...(issue.reporterId === personId ? withoutReporter(issue, strangerId) : {}),
  followers: issue.followers.map((follower) =>
    follower.personId === personId ? { ...follower, personId: strangerId, householdId: null } : follower,
  ),
  timeline: issue.timeline.map((entry) =>
    entry.actor?.personId === personId && entry.actor.role === null
      ? { ...entry, actor: { personId: strangerId, name: nameOfLeft, role: null } }
      : entry,
  ),
})

/**
 * What stays of a person: nothing, or, for somebody who has held a post, the name under which they acted in it, without
 * identity, phone and home.
 */
export const remainsOf = (
  { _id, communityId, name }: Person,
  postings: readonly Pick<PostingRecord, 'role'>[],
): Person | null => (postings.some(({ role }) => hasDuty(role)) ? { _id, communityId, name } : null)
