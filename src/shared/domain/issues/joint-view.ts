import type { CommitmentRow, JointDetail, MeetingRow } from '../../contracts/issues/joint-shapes'
import type { Actor } from '../../kernel/actor'
import { roleNames } from '../../kernel/roles'
import { departmentNameOf } from '../organization/departments'
import { isOverdue, refusalOfCommitment, type Commitment } from './commitment'
import type { Issue } from './issue'
import { isAtWorkOn, refusalOfSharing, sharingActs, type SharingAct } from './joint-acts'
import { isSignInOpen } from './meeting-attendance'
import { canSeeMeeting } from './meeting'
import type { Meeting } from './meeting-record'
import { canSetParties } from './parties'
import type { Party } from './party'
import { stepsFor } from './procedure'

/** What stands beside an issue in documents of its own, as loaded. */
export interface Gathered {
  readonly commitments: readonly Commitment[]
  readonly meetings: readonly Meeting[]
}
export const nothingGathered: Gathered = { commitments: [], meetings: [] }

/** Somebody with a part in an issue, as others see them. */
export const participantOf = (communityId: string, { personId, name, role, departmentId, dutyPhone }: Party) => ({
  personId,
  name,
  roleName: roleNames[role],
  departmentName: departmentNameOf(communityId, departmentId),
  dutyPhone,
})

/** A commitment as a row, with what the viewer may do with it; `issue` null where the viewer only keeps a list. */
export const commitmentRowOf = (
  commitment: Commitment,
  issue: Issue | null,
  actor: Actor,
  urls: ReadonlyMap<string, string>,
  now: number,
): CommitmentRow => {
  const may = (act: 'complete' | 'postpone' | 'drop') =>
    issue !== null && refusalOfCommitment(issue, commitment, act, actor) === null
  return {
    id: commitment._id,
    issueId: commitment.issueId,
    issueCode: commitment.issueCode,
    classCode: commitment.classCode,
    what: commitment.what,
    owner: participantOf(commitment.communityId, commitment.owner),
    dueOn: commitment.dueOn,
    state: isOverdue(commitment, now) ? 'overdue' : (commitment.outcome ?? 'open'),
    sentence: commitment.sentence,
    photos: commitment.fileIds.flatMap((id) => (urls.has(id) ? [{ id, url: urls.get(id)! }] : [])),
    movedFrom: commitment.movedFrom,
    endedAt: commitment.endedAt,
    canComplete: may('complete'),
    canPostpone: may('postpone') && commitment.movedFrom === null,
    canDrop: may('drop'),
  }
}

const stateOf = (meeting: Meeting, now: number): MeetingRow['state'] => {
  if (meeting.cancelledFor !== null) return 'cancelled'
  if (isSignInOpen(meeting, now)) return 'open'
  return Date.parse(meeting.startsAt) > now ? 'ahead' : 'over'
}

/** A joint meeting as a row of a list. */
export const meetingRowOf = (meeting: Meeting, now: number): MeetingRow => ({
  id: meeting._id,
  issueId: meeting.issueId,
  issueCode: meeting.issueCode,
  classCode: meeting.classCode,
  number: meeting.number,
  startsAt: meeting.startsAt,
  place: meeting.place,
  chairName: meeting.chair.name,
  state: stateOf(meeting, now),
  hasMinutes: meeting.minutes.length > 0,
})

/** Joint handling as one person sees it. Who takes part and what was promised is for everybody who sees the issue, meetings for those at work on it. */
export const jointOf = (
  issue: Issue,
  actor: Actor,
  { commitments, meetings, urls }: Gathered & { urls: ReadonlyMap<string, string> },
  now: number,
): JointDetail => ({
  lead: issue.lead ? participantOf(issue.communityId, issue.lead) : null,
  helpers: (issue.helpers ?? []).map((helper) => ({
    ...participantOf(issue.communityId, helper),
    task: helper.task,
  })),
  bounces: issue.bounces ?? 0,
  decisionDueAt:
    (issue.bounces ?? 0) > 0 && issue.state !== 'reported' && isAtWorkOn(issue, actor) ? issue.decisionDueAt : null,
  commitments: commitments.map((one) => commitmentRowOf(one, issue, actor, urls, now)),
  meetings: meetings.filter((one) => canSeeMeeting(one, issue, actor)).map((one) => meetingRowOf(one, now)),
  acts: [
    ...(Object.keys(sharingActs) as SharingAct[]).filter((act) => refusalOfSharing(issue, act, actor) === null),
    ...(stepsFor(issue, actor).length > 0 ? (['takeStep'] as const) : []),
    ...(canSetParties(issue, actor) ? (['setParties'] as const) : []),
  ],
})
