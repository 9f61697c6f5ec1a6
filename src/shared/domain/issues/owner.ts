import type { Actor } from '../../kernel/actor'
import { isInForce, type Role, type Scope } from '../../kernel/roles'
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

const isOnDuty = ({ postings }: Actor): boolean => postings.some(({ role }) => hasDuty(role))

type Post = { readonly role: Role; readonly scope: Scope; readonly departmentId?: string | undefined }
type Term = Post & { readonly from: string; readonly to?: string | undefined }

/** The same post: role, place and, for an officer, department. What was kept before departments were is any department's. */
const isSamePost = ({ role, scope, departmentId }: Post, held: Post): boolean =>
  held.role === role &&
  held.scope.kind === scope.kind &&
  held.scope.id === scope.id &&
  (departmentId === undefined || held.departmentId === departmentId)

/** Whether somebody is still in the post they were given an issue in, in the same place; a leave does not end a post. */
export const isStillInPost = (post: Post, postings: readonly Term[], day: string): boolean =>
  postings.some((posting) => isInForce(posting, day) && isSamePost(post, posting))

/** Whether the actor is this party of an issue, and still in the post: whoever has left it has none of its rights. */
export const isParty = (actor: Actor, party: Party): boolean =>
  party.personId === actor.personId && actor.postings.some((posting) => isSamePost(party, posting))

export const isOwnerOf = ({ owner }: Issue, actor: Actor): boolean => isParty(actor, owner)
export const isContactOf = ({ contact }: Issue, actor: Actor): boolean => isParty(actor, contact)

/** The lead is mostly the owner, in the owner's post; another lead, like a helper, is one for as long as the post they were asked in. */
export const isLeadOf = (issue: Issue, actor: Actor): boolean => {
  if (issue.leadId !== actor.personId) return false
  if (issue.leadId === issue.owner.personId) return isOwnerOf(issue, actor)
  return issue.lead ? isParty(actor, issue.lead) : isOnDuty(actor)
}
export const isHelperOf = ({ helperIds, helpers }: Issue, actor: Actor): boolean => {
  const asked = helpers?.find(({ personId }) => personId === actor.personId)
  return asked ? isParty(actor, asked) : helperIds.includes(actor.personId) && isOnDuty(actor)
}

/** Whoever leads, in the post they lead in. */
export const leadOf = ({ lead, owner }: Pick<Issue, 'lead' | 'owner'>): Party => lead ?? owner

/** Fit to own an issue: somebody present, in a post that answers for something. */
export const isFit = (candidate: Candidate | null | undefined, personId: string): candidate is Candidate =>
  !!candidate && candidate.isPresent && candidate.party.personId === personId && hasDuty(candidate.party.role)

/** A new owner. The lead goes along unless somebody else had it; the contact never changes (首问负责). */
export const givenTo = (issue: Issue, owner: Party): Partial<Issue> & Pick<Issue, 'owner'> => ({
  owner,
  leadId: issue.leadId === issue.owner.personId ? owner.personId : issue.leadId,
  helperIds: issue.helperIds.filter((helperId) => helperId !== owner.personId),
  ...(issue.lead?.personId === owner.personId ? { lead: null } : {}),
  ...(issue.helpers ? { helpers: issue.helpers.filter(({ personId }) => personId !== owner.personId) } : {}),
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
