import { holds, type Actor } from '../../kernel/actor'
import type { Role } from '../../kernel/roles'
import type { Step } from '../../kernel/steps'
import type { Issue } from './issue'
import type { MoveRole } from './moves'
import { isLeadOf, isOwnerOf } from './owner'
import { canSeeIssue, isAdministratorOf, isBranchSecretaryOf, isCommunityWorkerOf, isGroupLeaderOf } from './sight'

/** Whoever makes a move: a person, or the system deciding by rule or by time. */
export type Mover = Actor | 'router' | 'timer'

/** Posts whose holders walk the grid and may mend what they find. */
const finderRoles = [
  'gridWorker',
  'communityWorker',
  'groupLeader',
  'branchSecretary',
  'buildingHead',
  'unitHead',
] as const satisfies readonly Role[]
const findings: readonly Issue['source'][] = ['patrol', 'visit', 'mustReport']

/** The steps of a dispute or a hazard that are the work itself. */
const worked: readonly Step[] = ['mediated', 'agreed', 'fulfilled', 'mended']

/** Whoever brought the result, helped to, or took a step of the work: none of them says whether it holds. */
export const hadHandIn = ({ fixerId, helperIds, steps = [] }: Issue, personId: string): boolean =>
  fixerId === personId ||
  helperIds.includes(personId) ||
  steps.some((taken) => taken.personId === personId && worked.includes(taken.step))

/**
 * The parts an actor plays in an issue. The finder is the worker who reported it on duty. A verifier is a community worker,
 * the leader of the issue's group, the secretary of its branch or the administrator, who had no hand in the result. An owner or lead has the part for as long as the post. Nobody plays a part in what they may not see.
 */
export const actorsOf = (issue: Issue, mover: Mover): readonly MoveRole[] => {
  if (typeof mover === 'string') return [mover]
  if (!canSeeIssue(issue, mover)) return []
  const isReporter = issue.reporterId === mover.personId
  const isCommunityWorker = isCommunityWorkerOf(issue, mover)
  const mayCheck =
    isCommunityWorker ||
    [isGroupLeaderOf, isBranchSecretaryOf, isAdministratorOf].some((holdsPost) => holdsPost(issue, mover))
  const parts: [MoveRole, boolean][] = [
    ['owner', isOwnerOf(issue, mover)],
    ['lead', isLeadOf(issue, mover)],
    ['finder', isReporter && !issue.enteredBy && findings.includes(issue.source) && holds(mover, finderRoles)],
    ['reporter', isReporter],
    ['communityWorker', isCommunityWorker],
    ['verifier', mayCheck && !hadHandIn(issue, mover.personId)],
  ]
  return parts.filter(([, plays]) => plays).map(([part]) => part)
}

const checkingPostOf = (issue: Issue, actor: Actor): Role => {
  if (isGroupLeaderOf(issue, actor)) return 'groupLeader'
  return isBranchSecretaryOf(issue, actor) ? 'branchSecretary' : 'administrator'
}

/** The post a person acts in when playing a part; null for a reporter, who acts as a resident. */
export const postFor = (part: MoveRole, issue: Issue, actor: Actor): Role | null => {
  if (part === 'reporter') return null
  if (part === 'owner' || isOwnerOf(issue, actor)) return issue.owner.role
  if (part === 'communityWorker' || isCommunityWorkerOf(issue, actor)) return 'communityWorker'
  if (part === 'verifier') return checkingPostOf(issue, actor)
  const wanted: readonly Role[] = part === 'finder' ? finderRoles : actor.postings.map(({ role }) => role)
  return actor.postings.find(({ role }) => wanted.includes(role))?.role ?? null
}

/** The post in which somebody may report what they found on duty, or null: residents report as residents. */
export const canReportOnPatrol = (actor: Actor): Role | null =>
  actor.postings.find(({ role }) => finderRoles.some((finder) => finder === role))?.role ?? null
