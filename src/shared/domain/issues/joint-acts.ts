import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import type { JointAct } from '../../kernel/joint-words'
import type { IssueState } from '../../kernel/vocabulary'
import type { Issue } from './issue'
import { isHelperOf, isLeadOf, isOwnerOf } from './owner'
import { canSeeIssue, isCommunityWorkerOf } from './sight'

type Part = 'owner' | 'lead' | 'helper' | 'asked' | 'communityWorker'

/** Everything but steps and parties, which only disputes and hazards have; those stand in `procedure.ts`. */
export type SharingAct = Exclude<JointAct, 'takeStep' | 'setParties'>

/** States in which work is shared out: somebody has it, and has not said that it is done. */
const workable: readonly IssueState[] = ['reported', 'dispatched', 'handling', 'suspended']

/** Who may do what; `asked` is a helper, or a lead who is not the owner. One table for the page, the server and the tests. */
export const sharingActs: Record<SharingAct, readonly Part[]> = {
  setLead: ['owner', 'communityWorker'],
  addHelper: ['owner', 'lead', 'communityWorker'],
  removeHelper: ['owner', 'lead', 'communityWorker'],
  sendBack: ['asked'],
  addCommitment: ['owner', 'lead', 'communityWorker'],
  callMeeting: ['owner', 'lead', 'communityWorker'],
}

/** The parts somebody plays in the joint handling of an issue; none in what they may not see. */
const partsOf = (issue: Issue, actor: Actor): readonly Part[] => {
  if (!canSeeIssue(issue, actor)) return []
  const [isOwner, isLead, isHelper] = [isOwnerOf(issue, actor), isLeadOf(issue, actor), isHelperOf(issue, actor)]
  const parts: [Part, boolean][] = [
    ['owner', isOwner],
    ['lead', isLead],
    ['helper', isHelper],
    ['asked', isHelper || (isLead && !isOwner)],
    ['communityWorker', isCommunityWorkerOf(issue, actor)],
  ]
  return parts.filter(([, plays]) => plays).map(([part]) => part)
}

/** Owner, lead and helpers: whoever has a part in the work itself. */
export const isAtWorkOn = (issue: Issue, actor: Actor): boolean =>
  actor.communityId === issue.communityId && [isOwnerOf, isLeadOf, isHelperOf].some((isOne) => isOne(issue, actor))

/** Null when somebody may do it now; else why not: first that it is not theirs, then that it is not the time. */
export const refusalOfSharing = (
  issue: Issue,
  act: SharingAct,
  actor: Actor,
): Refusal<'FORBIDDEN' | 'ISSUE_NOT_SHARED_NOW'> | null => {
  if (!partsOf(issue, actor).some((part) => sharingActs[act].includes(part))) return refuse('FORBIDDEN')
  return workable.includes(issue.state) ? null : refuse('ISSUE_NOT_SHARED_NOW')
}
