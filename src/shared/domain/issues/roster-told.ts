import type { Actor } from '../../kernel/actor'
import { dayOf } from '../../kernel/time'
import { rosterPostOf, type Member } from '../organization/roster'
import type { Calendar } from './calendar'
import type { IssueClass } from './classes'
import { rosterDayOf } from './duty-day'
import type { Issue } from './issue'
import { isParty } from './owner'
import { partyOf } from './route'

/** Who watches over a night, as loaded: those on its roster (值班表), and the duty post (值班岗) behind them. */
export interface Watch {
  readonly roster: readonly Member[]
  readonly dutyPost: readonly Member[]
}

export type RosterTold = NonNullable<Issue['rosterTold']>

/** Whom of the roster an issue has been told to; nobody for issues older than the roster. */
export const rosterToldOf = (issue: Pick<Issue, 'rosterTold'> | null): RosterTold => issue?.rosterTold ?? []

/** Told of it and still in the post they were told in: what they were told of in a night they may still open, until they leave. */
export const isRosterTold = (issue: Issue, actor: Actor): boolean =>
  actor.communityId === issue.communityId &&
  actor.personId !== issue.aboutPersonId &&
  rosterToldOf(issue).some((told) => isParty(actor, told))

/** The roster day to be told of an issue that comes to somebody now; null by day, and for classes that wait until the morning. */
export const rosterDayToTell = (
  { limit }: Pick<IssueClass, 'limit'>,
  now: number,
  calendar: Calendar,
): string | null => (limit.kind === 'clockHours' ? rosterDayOf(calendar, now) : null)

/**
 * The issue, just changed, with everybody it has to be told to tonight: those on the roster who are there, else the duty post, so that no night is
 * silent. Its owner knows already; whom it is about is never told. Owner, route and clock stay as they are.
 */
export const tellRoster = (issue: Issue, rosterDay: string, { roster, dutyPost }: Watch): Issue => {
  const at = issue.updatedAt
  const presentOf = (members: readonly Member[], day: string): RosterTold =>
    members.flatMap((member) => {
      const posting = rosterPostOf(member, issue.communityId, day)
      return posting && member.person._id !== issue.aboutPersonId
        ? [{ ...partyOf({ person: member.person, posting }), toldAt: at }]
        : []
    })
  const onRoster = presentOf(roster, rosterDay)
  const watching = onRoster.length > 0 ? onRoster : presentOf(dutyPost, dayOf(at))
  const told = watching.filter(({ personId }) => personId !== issue.owner.personId)
  if (told.length === 0) return issue
  const before = rosterToldOf(issue).filter(({ personId }) => told.every((one) => one.personId !== personId))
  return { ...issue, rosterTold: [...before, ...told] }
}

/** Who is told by a change and was not told before it. */
export const newlyTold = (before: Issue | null, after: Issue): RosterTold =>
  rosterToldOf(after).filter(
    ({ personId, toldAt }) =>
      !rosterToldOf(before).some((told) => told.personId === personId && told.toldAt === toldAt),
  )
