import type { issues } from '@/shared/contracts/issues'
import { classOf } from '@/shared/domain/issues/classes'
import { spotFor } from '@/shared/domain/issues/near-cell'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { urgentCodes } from '@/shared/domain/issues/report-limit'
import type { Issue } from '@/shared/domain/issues/issue'
import { rosterDayToTell, tellRoster } from '@/shared/domain/issues/roster-told'
import { canReportOnPatrol } from '@/shared/domain/issues/actors'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { findRoute, isSomebodyHere, shownRoute } from './find-route'
import { inFreePlace, placesFor, reportsWanted } from './report-place'
import { saveIssue } from './save-issue'

/**
 * Takes a report and hands it to a named person in the same breath; nothing is ever stored without an owner. What cannot wait
 * until the morning is told to the night's roster too, which owns none of it.
 */
export const reportIssue: Handler<typeof issues.reportIssue> = async (input, context) => {
  const { actor, now, newId, transact, directory } = context
  const issueClass = classOf(input.classCode)
  if (!issueClass) return refuse('ISSUE_CLASS_UNKNOWN')
  const patrolRole = input.source === 'patrol' ? canReportOnPatrol(actor) : null
  if (input.source === 'patrol' && !patrolRole) return refuse('FORBIDDEN')
  if (input.aboutPersonId && !(await isSomebodyHere(input.aboutPersonId, context)))
    return refuse('ISSUE_SUBJECT_UNKNOWN')
  const { rules, buildingById } = await directory()
  const { calendar } = rules
  const rosterDay = rosterDayToTell(issueClass, now, calendar)
  const isUrgent = urgentCodes.includes(issueClass.code)
  const reports = isUrgent ? undefined : reportsWanted(actor.personId, now)
  const found = await findRoute({ issueClass, ...input, rosterDay, reports }, context)
  if (isRefusal(found)) return found
  const free = placesFor(actor.personId, found.reports, now)
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
        source: input.source,
        place: found.place,
        fileIds: kept.map(({ fileId }) => fileId),
        beforeDigests: kept.map(({ digest }) => digest),
        spot: spotFor(found.place, buildingById),
        reporter: {
          personId: actor.personId,
          name: actor.name,
          householdId: actor.householdId,
          role: patrolRole ?? undefined,
        },
        isUnnamed: input.isUnnamed,
        aboutPersonId: input.aboutPersonId ?? null,
        route: found.route,
      },
      now,
      calendar,
    )
    return rosterDay && found.watch ? tellRoster(fresh, rosterDay, found.watch) : fresh
  }
  const write = (_id: string) =>
    transact(async (tx) => {
      const issue = issueOf(_id)
      await saveIssue(tx, null, issue, actor.personId)
      return { id: _id, code: issue.code, state: issue.state, route: shownRoute(found.route), dueAt: issue.clock.dueAt }
    })
  return isUrgent
    ? write(use)
    : inFreePlace(context, { reporterId: actor.personId, today: found.reports, chance: use }, write)
}
