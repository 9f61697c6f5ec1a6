import type { Role } from '../../kernel/roles'
import type { Point } from '../../kernel/shapes'
import { toInstant } from '../../kernel/time'
import type { IssueRules } from './allowed-moves'
import type { IssueClass } from './classes'
import { startClock } from './clock'
import type { Issue, IssueEntry, Party } from './issue'
import { issueCode } from './issue-code'
import { limitIn } from './issue-limit'
import { nearCellOf } from './near-cell'
import type { NewRoute } from './owner'
import { withReminders } from './reminders'
import { addWorkingMinutes } from './working-time'

/** A report about to become an issue: everything known, nothing decided but the route. */
export interface Report {
  readonly _id: string
  readonly communityId: string
  readonly issueClass: IssueClass
  readonly text: string
  readonly source: Issue['source']
  readonly place: Issue['place']
  readonly fileIds: readonly string[]
  readonly beforeDigests: readonly string[]
  /** Where it is measured from, when likely duplicates are looked for; absent for an estate or words alone. */
  readonly spot?: Point | null
  /** `role`: the post a worker reports in; absent for a resident. */
  readonly reporter: {
    readonly personId: string
    readonly name: string
    readonly householdId?: string | undefined
    readonly role?: Role | undefined
  }
  /** Who enters it for the reporter (代报). */
  readonly enteredBy?: Party | undefined
  readonly isUnnamed: boolean
  readonly aboutPersonId: string | null
  readonly route: NewRoute
}

/**
 * The issue a report becomes, already with a named owner: nothing is ever stored unrouted. Its timeline begins with the
 * report and the router's dispatch; the words of the report stand on the issue, not in the timeline.
 */
export const newIssue = (report: Report, now: number, { calendar, settings }: IssueRules): Issue => {
  const { _id, communityId, issueClass, reporter, enteredBy, route } = report
  const by = enteredBy ?? reporter
  const at = toInstant(now)
  const timeline: IssueEntry[] = [
    {
      at,
      kind: 'reported',
      move: null,
      from: null,
      to: 'reported',
      actor: { personId: by.personId, name: by.name, role: by.role ?? null },
      text: enteredBy ? '代居民上报' : null,
      fileIds: [...report.fileIds],
    },
    {
      at,
      kind: 'move',
      move: 'dispatch',
      from: 'reported',
      to: 'dispatched',
      actor: null,
      text: route.reason,
      fileIds: [],
    },
  ]
  const fresh: Issue = {
    _id,
    communityId,
    code: issueCode(_id, now),
    classCode: issueClass.code,
    text: report.text,
    source: report.source,
    place: report.place,
    gridId: route.gridId,
    gridName: route.gridName,
    groupId: route.groupId,
    branchId: route.branchId,
    routeReason: route.reason,
    state: 'dispatched',
    isOpen: true,
    owner: route.owner,
    contact: route.owner,
    leadId: route.owner.personId,
    helperIds: [],
    reporterId: reporter.personId,
    reporterName: reporter.name,
    isUnnamed: report.isUnnamed,
    ...(enteredBy ? { enteredBy } : {}),
    aboutPersonId: report.aboutPersonId,
    fileIds: [...report.fileIds],
    beforeDigests: [...report.beforeDigests],
    textCheck: 'waiting',
    passedFileIds: [],
    isPublic: false,
    result: null,
    sentence: null,
    resultFileIds: [],
    fixerId: null,
    clock: startClock(limitIn(issueClass, settings), now, calendar),
    acceptBy: toInstant(addWorkingMinutes(calendar, now, settings.acceptHours * 60)),
    createdAt: at,
    updatedAt: at,
    submittedAt: null,
    closedAt: null,
    returnedAt: null,
    mergedInto: null,
    followers: [],
    reporterHouseholdId: reporter.householdId ?? null,
    ...(report.spot ? { nearCell: nearCellOf(communityId, issueClass.code, report.spot) } : {}),
    reopens: 0,
    passes: 0,
    decisionDueAt: null,
    appeals: 0,
    isSupervised: false,
    isSampled: false,
    rating: null,
    timeline,
  }
  return withReminders(null, fresh, calendar)
}
