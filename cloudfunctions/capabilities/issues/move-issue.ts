import type { issues } from '@/shared/contracts/issues'
import type { Calendar } from '@/shared/domain/issues/calendar'
import { classOf } from '@/shared/domain/issues/classes'
import { decideMove } from '@/shared/domain/issues/decide-move'
import type { Issue } from '@/shared/domain/issues/issue'
import { withChild, withoutChild } from '@/shared/domain/issues/followers'
import type { NewRoute } from '@/shared/domain/issues/owner'
import { rosterDayToTell, tellRoster, type Watch } from '@/shared/domain/issues/roster-told'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Actor } from '@/shared/kernel/actor'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import { claimPhotos, type KeptPhoto } from '../../runtime/photos'
import type { CommandContext, Handler } from '../../runtime/handler'
import { idsAbove, mergedUpFrom } from '../../store/merged-into'
import { findPerson } from '../../store/reads'
import type { Transaction } from '../../store/store'
import { candidateOf } from './candidate-of'
import { dutyPersonOf } from './duty-person'
import { findRoute, watchWanted } from './find-route'
import { isOwnerGone, leavesItToActor } from './owner-left'
import { releasePhotos } from './release-photos'
import { saveIssue } from './save-issue'

/** What routing again answered: to whom, and who watches over the night. */
interface Again {
  route: NewRoute | null
  watch: Watch | null
}
const nowhere: Again = { route: null, watch: null }

type Context = Pick<CommandContext, 'actor' | 'now' | 'store' | 'files' | 'directory' | 'newId'>

/** What was claimed in one go, as a move brings it: the photos of the result, then those of before. */
const photosOf = (kept: readonly KeptPhoto[], count: number) => {
  const [after, before] = [kept.slice(0, count), kept.slice(count)]
  return {
    fileIds: after.map(({ fileId }) => fileId),
    digests: after.map(({ digest }) => digest),
    beforeFileIds: before.map(({ fileId }) => fileId),
    beforeDigests: before.map(({ digest }) => digest),
  }
}

/** The issue to merge into. Read inside the transaction that writes it, so that two merged into each other meet there. */
const parentOf = async (parentId: string, { issues }: Transaction, actor: Actor): Promise<Issue | null> => {
  const parent = await issues.get(parentId)
  return parent && canSeeIssue(parent, actor) ? parent : null
}

/**
 * Writes the parent of a merge, which is what keeps merges at once from closing a ring. One that remembers no more followers
 * would be written as it was, and so not at all: then it is guarded.
 */
const joinParent = async (parent: Issue, child: Issue, { issues }: Transaction): Promise<void> => {
  const joined = withChild(parent, child)
  if (joined.followers.length > parent.followers.length) await issues.put(joined)
  else await issues.guard(parent._id)
}

/** Takes the followers an issue had brought along from everything it was merged into, however often that was merged on. */
const leaveParents = async (child: Issue, { issues }: Transaction): Promise<void> => {
  await mergedUpFrom(child.mergedInto?.issueId, async (id) => {
    const parent = await issues.get(id)
    if (parent) await issues.put(withoutChild(parent, child))
    return parent
  })
}

/** Whom a move leaves the next step to: an appeal, and what has been passed on too often. */
const dutyPersonFor = async (moved: Issue, move: IssueMove, context: Context): Promise<string | null> =>
  move === 'appeal' || (move === 'passOn' && moved.decisionDueAt !== null) ? dutyPersonOf(moved, context) : null

/**
 * Where an issue goes again: when its owner has left the post, or when it came back from its reporter. The unit it keeps is
 * that of its household, which so need not be read again.
 */
const routeAgain = async (issue: Issue, rosterDay: string | null, context: Context): Promise<Again> => {
  const issueClass = classOf(issue.classCode)
  if (!issueClass) return nowhere
  const { unitId, buildingId, estateId, point, accuracyMeters, words } = issue.place
  const found = await findRoute(
    {
      issueClass,
      place: {
        unitId: unitId ?? undefined,
        buildingId: buildingId ?? undefined,
        estateId: estateId ?? undefined,
        point: point ?? undefined,
        accuracyMeters: accuracyMeters ?? undefined,
        words: words ?? undefined,
      },
      gridId: issue.gridId ?? undefined,
      aboutPersonId: issue.aboutPersonId ?? undefined,
      rosterDay,
    },
    context,
  )
  return isRefusal(found) ? nowhere : found
}

/**
 * The router's answer, where a move asks for it: what its reporter completed, what comes back to an owner who has left, and what a
 * community worker takes from one without naming the next. What comes back at night brings the night's watch.
 */
const routeFor = async (
  issue: Issue,
  { move, personId }: { move: IssueMove; personId?: string | undefined },
  isLeftToActor: boolean,
  rosterDay: string | null,
  context: Context,
): Promise<Again> => {
  if (move === 'resubmit') return routeAgain(issue, rosterDay, context)
  if (move === 'passOn' && isLeftToActor && personId === undefined) return routeAgain(issue, null, context)
  if (move !== 'reopen') return nowhere
  const wanted = rosterDay ? watchWanted(await context.directory(), rosterDay) : null
  const owning = await findPerson(context.store, issue.owner.personId, wanted)
  if (isOwnerGone(issue, owning, context.now)) return routeAgain(issue, rosterDay, context)
  return { route: null, watch: owning?.watch ?? null }
}

/** The roster day that has to be told of a move: what comes back from its reporter, as new or as not done after all. */
const rosterDayFor = (issue: Issue, move: IssueMove, now: number, calendar: Calendar): string | null => {
  const issueClass = move === 'reopen' || move === 'resubmit' ? classOf(issue.classCode) : null
  return issueClass && rosterDayToTell(issueClass, now, calendar)
}

/**
 * Takes one step of the table. Photos are claimed once the step is allowed and before it is written; claiming them for the same
 * use again changes nothing, so the step may run again. What comes back from its reporter is sent on by the router in the same step, and
 * written and told once.
 */
export const moveIssue: Handler<typeof issues.moveIssue> = async (input, context) => {
  const { actor, now, newId, transact, directory } = context
  const { rules } = await directory()
  const use = newId('use')
  let claimed: readonly KeptPhoto[] = []
  const answer = await transact(async (tx) => {
    const issue = await tx.issues.get(input.id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const person = input.personId ? await candidateOf(input.personId, issue, context) : null
    const parent = input.move === 'merge' && input.parentId ? await parentOf(input.parentId, tx, actor) : null
    const rosterDay = rosterDayFor(issue, input.move, now, rules.calendar)
    const isLeftToActor = input.move === 'passOn' && (await leavesItToActor(issue, context))
    const { route, watch } = await routeFor(issue, input, isLeftToActor, rosterDay, context)
    const above = parent ? await idsAbove(parent, tx) : []
    const moveContext = { ...rules, person, parent, above, route, hasOwnerLeft: isLeftToActor }
    const allowed = decideMove(issue, input.move, input, actor, now, moveContext)
    if (isRefusal(allowed)) return allowed
    const kept = await claimPhotos([...input.fileIds, ...input.beforeFileIds], use, context)
    if (isRefusal(kept)) return kept
    claimed = kept
    const moved = decideMove(
      issue,
      input.move,
      { ...input, ...photosOf(kept, input.fileIds.length) },
      actor,
      now,
      moveContext,
    )
    if (isRefusal(moved)) return moved
    if (parent) await joinParent(parent, issue, tx)
    if (input.move === 'unmerge') await leaveParents(issue, tx)
    const sentOn = input.move === 'resubmit' ? decideMove(moved, 'dispatch', {}, 'router', now, moveContext) : moved
    const decided = isRefusal(sentOn) ? moved : sentOn
    const saved = rosterDay && watch ? tellRoster(decided, rosterDay, watch) : decided
    await saveIssue(tx, issue, saved, actor.personId, await dutyPersonFor(saved, input.move, context))
    return changedOf(saved, actor, now, rules)
  })
  if (isRefusal(answer)) await releasePhotos(claimed, input.id, context)
  return answer
}
