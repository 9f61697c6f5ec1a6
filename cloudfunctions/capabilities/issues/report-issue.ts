import type { issues } from '@/shared/contracts/issues'
import { followedBy, followedOf, following } from '@/shared/domain/issues/broke-again'
import { classOf } from '@/shared/domain/issues/classes'
import { spotFor } from '@/shared/domain/issues/near-cell'
import { newIssue, type Report } from '@/shared/domain/issues/new-issue'
import { urgentCodes } from '@/shared/domain/issues/report-limit'
import type { Issue } from '@/shared/domain/issues/issue'
import { rosterDayToTell, tellRoster } from '@/shared/domain/issues/roster-told'
import { canReportOnPatrol } from '@/shared/domain/issues/actors'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Role } from '@/shared/kernel/roles'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { assistanceFor, noteEntered, type Assisting } from './assisted'
import { findRoute, isSomebodyHere, shownRoute } from './find-route'
import { inFreePlace, placesFor, reportsWanted } from './report-place'
import { putIssue } from './put-issue'
import { releaseReported } from './release-photos'
import { saveIssue } from './save-issue'

/** Whose report it is: the caller's own, or that of the resident they enter it for. */
const reporterOf = (
  actor: Actor,
  patrolRole: Role | null,
  assisting: Assisting | null,
): Pick<Report, 'reporter' | 'enteredBy'> =>
  assisting
    ? {
        reporter: {
          personId: assisting.forId,
          name: assisting.forName,
          householdId: assisting.householdId ?? undefined,
        },
        enteredBy: assisting.by,
      }
    : {
        reporter: {
          personId: actor.personId,
          name: actor.name,
          householdId: actor.householdId,
          role: patrolRole ?? undefined,
        },
      }

/** What is entered for somebody comes from the desk or from a visit, whatever the one who enters says. */
const sourceOf = (source: 'resident' | 'patrol', assisting: Assisting | null): Issue['source'] => {
  if (!assisting) return source
  return assisting.by.scope.kind === 'community' ? 'desk' : 'visit'
}

/**
 * Takes a report and hands it to a named person in the same breath; nothing is ever stored without an owner. What cannot wait
 * until the morning is told to the night's roster too, which owns none of it. In an assistance it is the resident's report, and says
 * who entered it.
 */
export const reportIssue: Handler<typeof issues.reportIssue> = async (input, context) => {
  const { actor, now, store, newId, transact, directory } = context
  const issueClass = classOf(input.classCode)
  if (!issueClass) return refuse('ISSUE_CLASS_UNKNOWN')
  const isUrgent = urgentCodes.includes(issueClass.code)
  const { assistanceId, aboutPersonId } = input
  const assisting = assistanceId ? await assistanceFor({ assistanceId, aboutPersonId, isUrgent }, context) : null
  if (isRefusal(assisting)) return assisting
  const isPatrol = input.source === 'patrol' && !assisting
  const patrolRole = isPatrol ? canReportOnPatrol(actor) : null
  if (isPatrol && !patrolRole) return refuse('FORBIDDEN')
  const followed = input.followsId ? followedOf(await store.issues.get(input.followsId), actor) : null
  if (isRefusal(followed)) return followed
  if (aboutPersonId && !(await isSomebodyHere(aboutPersonId, context))) return refuse('ISSUE_SUBJECT_UNKNOWN')
  const { rules, buildingById } = await directory()
  const by = reporterOf(actor, patrolRole, assisting)
  const reporterId = by.reporter.personId
  const rosterDay = rosterDayToTell(issueClass, now, rules.calendar)
  const reports = isUrgent ? undefined : reportsWanted(reporterId, now)
  const found = await findRoute({ issueClass, ...input, rosterDay, reports }, context)
  if (isRefusal(found)) return found
  const free = placesFor(reporterId, found.reports, now)
  if (isRefusal(free)) return free
  const use = newId('issue')
  const kept = await claimPhotos(input.fileIds, use, context)
  if (isRefusal(kept)) return kept
  const issueOf = (_id: string): Issue => {
    const fresh = newIssue(
      {
        _id,
        communityId: actor.communityId,
        issueClass,
        text: input.text,
        source: sourceOf(input.source, assisting),
        place: found.place,
        fileIds: kept.map(({ fileId }) => fileId),
        beforeDigests: kept.map(({ digest }) => digest),
        spot: spotFor(found.place, buildingById),
        ...by,
        isUnnamed: input.isUnnamed,
        aboutPersonId: aboutPersonId ?? null,
        route: found.route,
      },
      now,
      rules,
    )
    const again = followed ? following(fresh, followed, now) : fresh
    return rosterDay && found.watch ? tellRoster(again, rosterDay, found.watch) : again
  }
  const write = (_id: string) =>
    transact(async (tx) => {
      const issue = issueOf(_id)
      const { code, createdAt } = issue
      const over = assisting && (await noteEntered(tx, assisting._id, { id: _id, code, createdAt }, now))
      if (over) return over
      if (followed) {
        const closed = await tx.issues.get(followed._id)
        if (closed) await putIssue(tx, closed, followedBy(closed, issue, now))
      }
      await saveIssue(tx, null, issue, actor.personId)
      return { id: _id, code, state: issue.state, route: shownRoute(found.route), dueAt: issue.clock.dueAt }
    })
  const chance = { reporterId, today: found.reports, chance: use }
  const answer = await (isUrgent ? write(use) : inFreePlace(context, chance, write))
  if (isRefusal(answer)) await releaseReported(kept, reporterId, context)
  return answer
}
