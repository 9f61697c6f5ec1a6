import type { Role } from '../../kernel/roles'
import type { Issue, Party } from './issue'
import type { Route } from './route'

/** Somebody an issue might be given to, as the caller found them today. */
export interface Candidate {
  readonly party: Party
  /** In their post and not on leave. */
  readonly isPresent: boolean
}

/** Where the router sent an issue: to a named person, with the reason kept. */
export type NewRoute = Route

const withoutDuty: readonly Role[] = ['resident', 'volunteer', 'hub', 'clerk']

/** Whether a post answers for something; nobody is given an issue in one that does not. */
export const hasDuty = (role: Role): boolean => !withoutDuty.includes(role)

/** Fit to own an issue: somebody present, in a post that answers for something. */
export const isFit = (candidate: Candidate | null | undefined, personId: string): candidate is Candidate =>
  !!candidate && candidate.isPresent && candidate.party.personId === personId && hasDuty(candidate.party.role)

/** A new owner. The lead goes along unless somebody else had it; the contact never changes (首问负责). */
export const givenTo = (issue: Issue, owner: Party): Pick<Issue, 'owner' | 'leadId' | 'helperIds'> => ({
  owner,
  leadId: issue.leadId === issue.owner.personId ? owner.personId : issue.leadId,
  helperIds: issue.helperIds.filter((helperId) => helperId !== owner.personId),
})

/** A new owner as routing decided, with the grid it decided by. */
export const routedTo = (
  issue: Issue,
  { owner, reason, gridId, gridName, groupId, branchId }: NewRoute,
): Partial<Issue> => ({
  ...givenTo(issue, owner),
  routeReason: reason,
  gridId,
  gridName,
  groupId,
  branchId,
})
