import { refuse, type Refusal } from '../../kernel/decision'
import { isInForce, type Role } from '../../kernel/roles'
import type { Account } from '../lovebank/account'
import type { Person, PostingRecord } from '../organization/records'
import { activityStaff } from './activity-rules'
import type { Activity, Session, Volunteer } from './records'

/** Posts whose holders may lead whether or not they have taken part before. */
export const leaderRoles = ['volunteer', ...activityStaff] as const satisfies readonly Role[]

/** Somebody who may come to lead (带队), with all that speaks for and against it. */
export interface LeaderCandidate {
  readonly person: Person
  readonly postings: readonly PostingRecord[]
  readonly volunteer: Pick<Volunteer, 'times'> | null
  readonly account: Pick<Account, 'suspension'> | null
}

/** The post by which somebody leads, the first of `leaderRoles`; null for whoever holds none today. */
export const leadingPostOf = ({ postings }: Pick<LeaderCandidate, 'postings'>, today: string): PostingRecord | null => {
  const held = postings.filter((posting) => isInForce(posting, today))
  return leaderRoles.map((role) => held.find((posting) => posting.role === role)).find(Boolean) ?? null
}

/**
 * Why somebody cannot lead; null when they can. Who leads sees names and agrees to hours: they hold a post for it or have served before,
 * are not about to leave, and their account is not stopped.
 */
export const refusalOfLeader = (
  candidate: LeaderCandidate,
  communityId: string,
  today: string,
): Refusal<'LEADER_UNFIT' | 'LEADER_SUSPENDED'> | null => {
  const { person, volunteer, account } = candidate
  if (person.communityId !== communityId || person.isNewcomer || person.leavesAt) return refuse('LEADER_UNFIT')
  if (!leadingPostOf(candidate, today) && (volunteer?.times ?? 0) === 0) return refuse('LEADER_UNFIT')
  return account?.suspension ? refuse('LEADER_SUSPENDED') : null
}

/** An activity, or one session of it, led by somebody else from now on. Every right of leading follows from this field. */
export const ledBy = <T extends Activity | Session>(led: T, leaderId: string): T => ({ ...led, leaderId })
