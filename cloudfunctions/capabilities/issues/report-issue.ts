import type { issues } from '@/shared/contracts/issues'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import { classOf } from '@/shared/domain/issues/classes'
import { spotFor } from '@/shared/domain/issues/near-cell'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { rosterDayToTell, tellRoster } from '@/shared/domain/issues/roster-told'
import { canReportOnPatrol } from '@/shared/domain/issues/actors'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { findRoute, isSomebodyHere, shownRoute } from './find-route'
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
  const rosterDay = rosterDayToTell(issueClass, now, defaultCalendar)
  const found = await findRoute({ issueClass, ...input, rosterDay }, context)
  if (isRefusal(found)) return found
  const _id = newId('issue')
  const kept = await claimPhotos(input.fileIds, _id, context)
  if (isRefusal(kept)) return kept
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
      spot: spotFor(found.place, (await directory()).buildingById),
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
    defaultCalendar,
  )
  const issue = rosterDay && found.watch ? tellRoster(fresh, rosterDay, found.watch) : fresh
  return transact(async (tx) => {
    await saveIssue(tx, null, issue, actor.personId)
    return { id: _id, code: issue.code, state: issue.state, route: shownRoute(found.route), dueAt: issue.clock.dueAt }
  })
}
