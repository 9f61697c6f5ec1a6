import type { issues } from '@/shared/contracts/issues'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { classOf } from '@/shared/domain/issues/classes'
import { decideMove } from '@/shared/domain/issues/decide-move'
import type { MergeParent } from '@/shared/domain/issues/effects'
import type { Issue } from '@/shared/domain/issues/issue'
import { hasDuty, type Candidate, type NewRoute } from '@/shared/domain/issues/owner'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { isAway } from '@/shared/domain/organization/leave'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { isInForce } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Actor } from '@/shared/kernel/actor'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import { claimPhotos } from '../../runtime/photos'
import type { CommandContext, Handler } from '../../runtime/handler'
import { findPerson } from '../../store/reads'
import type { Transaction } from '../../store/store'
import { findRoute } from './find-route'
import { saveIssue } from './save-issue'

type Context = Pick<CommandContext, 'actor' | 'now' | 'store' | 'files' | 'directory' | 'newId'>

/** Longer chains of merged issues than this do not occur: merging looks for a circle first. */
const mergeDepthMax = 20

/** The person an input names, in a post of this community that answers for something. */
const candidateOf = async (personId: string, { actor, now, store }: Context): Promise<Candidate | null> => {
  const found = await findPerson(store, personId)
  if (!found || found.person.communityId !== actor.communityId) return null
  const today = dayOf(now)
  const held = found.postings.filter((posting) => isInForce(posting, today))
  const role = (held.find((posting) => hasDuty(posting.role)) ?? held[0])?.role
  if (!role) return null
  const { name, dutyPhone = null } = found.person
  return { party: { personId, name, role, dutyPhone }, isPresent: !isAway(found.person, today) }
}

/**
 * The issue to merge into, with all it was itself merged into. Read inside the transaction, and whoever merges guards the last
 * of them, so that issues merged into each other at the same moment never make a circle.
 */
const parentOf = async (parentId: string, { issues }: Transaction, actor: Actor): Promise<MergeParent | null> => {
  const parent = await issues.get(parentId)
  if (!parent || !canSeeIssue(parent, actor)) return null
  const chain: string[] = []
  for (let next = parent.mergedInto?.issueId; next && chain.length < mergeDepthMax;) {
    chain.push(next)
    next = (await issues.get(next))?.mergedInto?.issueId
  }
  return { _id: parent._id, code: parent.code, mergedIntoChain: chain }
}

/** Where an issue goes again: when its owner has left the post, or when it came back from its reporter. */
const routeAgain = async (issue: Issue, context: Context): Promise<NewRoute | null> => {
  const issueClass = classOf(issue.classCode)
  if (!issueClass) return null
  const { householdId, unitId, buildingId, estateId, point, accuracyMeters, words } = issue.place
  const found = await findRoute(
    {
      issueClass,
      place: {
        householdId: householdId ?? undefined,
        unitId: unitId ?? undefined,
        buildingId: buildingId ?? undefined,
        estateId: estateId ?? undefined,
        point: point ?? undefined,
        accuracyMeters: accuracyMeters ?? undefined,
        words: words ?? undefined,
      },
      gridId: issue.gridId ?? undefined,
      aboutPersonId: issue.aboutPersonId ?? undefined,
    },
    context,
  )
  return isRefusal(found) ? null : found.route
}

/** The router's answer, where a move asks for it: what its reporter completed, and what comes back to an owner who has left. */
const routeFor = async (issue: Issue, move: IssueMove, context: Context): Promise<NewRoute | null> => {
  if (move === 'resubmit') return routeAgain(issue, context)
  if (move === 'reopen' && !(await candidateOf(issue.owner.personId, context))) return routeAgain(issue, context)
  return null
}

/**
 * Takes one step of the table. Photos are claimed once the step is allowed and before it is written; claiming them for the same
 * issue again changes nothing, so the step may run again. What comes back from its reporter is sent on by the router in the same step, and
 * written and told once.
 */
export const moveIssue: Handler<typeof issues.moveIssue> = async (input, context) => {
  const { actor, now, transact } = context
  const person = input.personId ? await candidateOf(input.personId, context) : null
  return transact(async (tx) => {
    const issue = await tx.issues.get(input.id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const parent = input.move === 'merge' && input.parentId ? await parentOf(input.parentId, tx, actor) : null
    const route = await routeFor(issue, input.move, context)
    const moveContext = { ...defaultIssueRules, person, parent, route }
    const moved = decideMove(issue, input.move, input, actor, now, moveContext)
    if (isRefusal(moved)) return moved
    const refused = await claimPhotos([...input.fileIds, ...input.beforeFileIds], input.id, context)
    if (refused) return refused
    if (parent) await tx.issues.guard(parent.mergedIntoChain.at(-1) ?? parent._id)
    const sentOn = input.move === 'resubmit' ? decideMove(moved, 'dispatch', {}, 'router', now, moveContext) : moved
    const saved = isRefusal(sentOn) ? moved : sentOn
    await saveIssue(tx, issue, saved, actor.personId)
    return changedOf(saved, actor, now)
  })
}
