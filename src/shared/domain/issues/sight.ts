import { holds, type Actor } from '../../kernel/actor'
import type { Role } from '../../kernel/roles'
import { classOf } from './classes'
import type { Issue, IssueEntry } from './issue'
import { followersOf } from './followers'
import { isContactOf, isHelperOf, isLeadOf, isOwnerOf, isParty, leadOf } from './owner'
import { isRosterTold } from './roster-told'

/** Outside bodies reach a reporter through the grid worker, never directly. */
const outsideRoles: readonly Role[] = ['propertyManager', 'areaPolice', 'localUnit', 'officer']
const insideRoles: readonly Role[] = [
  'branchSecretary',
  'groupLeader',
  'communityWorker',
  'gridWorker',
  'buildingHead',
  'unitHead',
  'administrator',
]

const isOneOf = (
  actor: Actor,
  role: Role,
  kind: 'grid' | 'group' | 'branch' | 'building' | 'unit',
  id: string | null,
): boolean => id !== null && holds(actor, [role], { kind, id })

/** A community worker (社区工作者) of the issue's community. */
export const isCommunityWorkerOf = (issue: Issue, actor: Actor): boolean =>
  holds(actor, ['communityWorker'], { kind: 'community', id: issue.communityId })

/** The secretary of the party branch that serves the issue's grid. */
export const isBranchSecretaryOf = (issue: Issue, actor: Actor): boolean =>
  isOneOf(actor, 'branchSecretary', 'branch', issue.branchId)

/** An administrator of the issue's community. */
export const isAdministratorOf = (issue: Issue, actor: Actor): boolean =>
  holds(actor, ['administrator'], { kind: 'community', id: issue.communityId })

/** The community's desk: it may call a reporter back, unnamed or not. */
export const isDeskOf = (issue: Issue, actor: Actor): boolean =>
  holds(actor, ['communityWorker', 'administrator'], { kind: 'community', id: issue.communityId })

/** Those the issue itself names, for as long as they hold the post they were named in. */
const isNamedIn = (issue: Issue, actor: Actor): boolean =>
  [isOwnerOf, isContactOf, isLeadOf, isHelperOf].some((isNamed) => isNamed(issue, actor))

/** An officer of a department that leads or helps: what colleagues were asked for is the department's, to see and not to do. */
const isOfDepartmentIn = (issue: Issue, { postings }: Actor): boolean => {
  const asked = [leadOf(issue), ...(issue.helpers ?? [])].flatMap(({ departmentId }) => departmentId ?? [])
  return postings.some(({ role, departmentId }) => role === 'officer' && departmentId && asked.includes(departmentId))
}

/** The leader of the party group that serves the issue's grid, whether appointed to the group or to the grid. */
export const isGroupLeaderOf = (issue: Issue, actor: Actor): boolean =>
  isOneOf(actor, 'groupLeader', 'group', issue.groupId) || isOneOf(actor, 'groupLeader', 'grid', issue.gridId)

const isGridTeamOf = (issue: Issue, actor: Actor): boolean =>
  isDeskOf(issue, actor) ||
  isBranchSecretaryOf(issue, actor) ||
  isOneOf(actor, 'gridWorker', 'grid', issue.gridId) ||
  isGroupLeaderOf(issue, actor)

const isHeadOf = (issue: Issue, actor: Actor): boolean =>
  isOneOf(actor, 'buildingHead', 'building', issue.place.buildingId) ||
  isOneOf(actor, 'unitHead', 'unit', issue.place.unitId)

/** Whoever entered it for its reporter (代报), while still in the post in which they did. */
const isEntererOf = ({ enteredBy }: Issue, actor: Actor): boolean =>
  enteredBy !== undefined && isParty(actor, enteredBy)

/** Sight by who one is in an issue or by one's post, without what a night's roster was told and without following it. */
const seesInPost = (issue: Issue, actor: Actor): boolean => {
  if (actor.communityId !== issue.communityId) return false
  if (issue.aboutPersonId === actor.personId && issue.reporterId !== actor.personId) return false
  if (issue.reporterId === actor.personId || isNamedIn(issue, actor) || isCommunityWorkerOf(issue, actor)) return true
  if (isOfDepartmentIn(issue, actor) || isEntererOf(issue, actor)) return true
  const issueClass = classOf(issue.classCode)
  if (!issueClass || issueClass.isPrivate) return false
  return isGridTeamOf(issue, actor) || (issueClass.isPublic && isHeadOf(issue, actor))
}

/** Somebody of the street it was told to when it was late by days, for as long as they hold that post. */
const isEscalatedTo = (issue: Issue, actor: Actor): boolean =>
  actor.communityId === issue.communityId &&
  actor.personId !== issue.aboutPersonId &&
  (issue.escalatedTo ?? []).some((told) => isParty(actor, told))

/** Whoever joined an issue, or reported what was merged into it; never whom it is about, never across communities. */
const isFollower = (issue: Issue, actor: Actor): boolean =>
  actor.communityId === issue.communityId &&
  issue.aboutPersonId !== actor.personId &&
  followersOf(issue).includes(actor.personId)

/**
 * Who sees an issue whole, words and photos that have not passed the content check included: its reporter, and those who deal with
 * it. Whoever merely follows it is a resident among others.
 */
export const canSeeUnchecked = (issue: Issue, actor: Actor): boolean =>
  seesInPost(issue, actor) || isRosterTold(issue, actor) || isEscalatedTo(issue, actor)

/**
 * Who may know that an issue exists; nobody unless a line here says so, and never across communities. Whoever may not is
 * answered as if it did not. Whoever joined it or reported the same thing follows it. Heads of a building see what the public may see of theirs; private classes (dispute, labour,
 * fraud, hardship) are for those who handle them and the community workers. Whom a complaint is about never sees it. Whoever was told
 * of it on the night's roster sees it, whatever its class; so does whoever of the street was told that it is late.
 */
export const canSeeIssue = (issue: Issue, actor: Actor): boolean =>
  canSeeUnchecked(issue, actor) || isFollower(issue, actor)

/**
 * Who may learn the reporter's name. An outside body does not, though it owns the issue; an unnamed report (匿名) gives it
 * to the desk and to whoever entered it for them only. Those who hold a second, inside post see what that post sees; being on the night's roster gives no name.
 */
export const canSeeReporter = (issue: Issue, actor: Actor): boolean => {
  if (!seesInPost(issue, actor)) return false
  if (issue.reporterId === actor.personId || isDeskOf(issue, actor) || isEntererOf(issue, actor)) return true
  if (issue.isUnnamed) return false
  if (isGridTeamOf(issue, actor) || isHeadOf(issue, actor)) return true
  if (isOwnerOf(issue, actor)) return !outsideRoles.includes(issue.owner.role)
  if (isContactOf(issue, actor)) return !outsideRoles.includes(issue.contact.role)
  if (!isNamedIn(issue, actor)) return false
  return holds(actor, insideRoles) && !holds(actor, outsideRoles)
}

/**
 * Who may learn at which door (门牌号) it is, which says as much as the reporter's name: whoever may know them, and whoever has to
 * go there because they own it in a post of the grid. An outside owner reaches the household through the grid worker.
 */
export const canSeeDoor = (issue: Issue, actor: Actor): boolean =>
  canSeeReporter(issue, actor) ||
  (canSeeIssue(issue, actor) && isOwnerOf(issue, actor) && insideRoles.includes(issue.owner.role))

/**
 * Who did a step, as the viewer may know it: the report itself and the reporter's own steps hide with the reporter, while
 * what they did in a post stands under their name.
 */
export const canSeeEntryActor = (issue: Issue, entry: IssueEntry, viewer: Actor): boolean =>
  entry.actor === null ||
  entry.actor.personId !== issue.reporterId ||
  (entry.actor.role !== null && entry.kind !== 'reported') ||
  canSeeReporter(issue, viewer)
