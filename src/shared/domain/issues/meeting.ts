import type { Actor } from '../../kernel/actor'
import { refuse } from '../../kernel/decision'
import { dayMs, toInstant, wallClock } from '../../kernel/time'
import type { IssueRules } from './allowed-moves'
import type { Issue } from './issue'
import { addHelper, partyName, withJointEntry } from './joint'
import { isAtWorkOn, refusalOfSharing } from './joint-acts'
import { meetingsMax, seatedAt, type Meeting } from './meeting-record'
import { isFit, isParty, type Candidate } from './owner'
import type { Party } from './party'
import { neighbourWords } from './neighbour-words'
import { isDispute } from './procedure'
import { isCommunityWorkerOf } from './sight'

export const isChairOf = ({ chair }: Meeting, actor: Actor): boolean => isParty(actor, chair)
export const isSeatedAt = (meeting: Meeting, actor: Actor): boolean =>
  seatedAt(meeting).some((one) => isParty(actor, one))

/** Those at the table, those at work on the issue and the community's workers; to everybody else there is no such meeting. */
export const canSeeMeeting = (meeting: Meeting, issue: Issue | null, actor: Actor): boolean =>
  actor.communityId === meeting.communityId &&
  issue !== null &&
  issue.aboutPersonId !== actor.personId &&
  (isSeatedAt(meeting, actor) || isAtWorkOn(issue, actor) || isCommunityWorkerOf(issue, actor))

/** The chair, or the community's worker in the chair's place. */
export const isOverMeeting = (meeting: Meeting, issue: Issue, actor: Actor): boolean =>
  isChairOf(meeting, actor) || isCommunityWorkerOf(issue, actor)

/** A meeting lies at most this many days ahead. */
const daysAheadMax = 180

/** A meeting, its issue and what people are told. */
export interface Called {
  readonly meeting: Meeting
  readonly issue: Issue
  readonly told: ReadonlyMap<string, string>
}

const momentOf = (startsAt: string): string => wallClock(startsAt).format('M 月 D 日 HH:mm')

/**
 * When and where, as an inbox may say it: where quarrels are talked over is often somebody's door, and stays behind the tap; no other
 * place names the reporter or a number there.
 */
const whenAndWhere = (meeting: Meeting, issue: Issue): string =>
  [momentOf(meeting.startsAt), ...(isDispute(meeting) ? [] : [neighbourWords(meeting.place, issue)])].join('，')

const isTimeFit = (startsAt: string, now: number): boolean =>
  Date.parse(startsAt) > now && Date.parse(startsAt) <= now + daysAheadMax * dayMs

const everybody = (meeting: Meeting, text: string): Map<string, string> =>
  new Map(seatedAt(meeting).map(({ personId }) => [personId, text]))

/** Each of those invited, asked as a helper where they have no part yet, so that they see what is talked about. */
const withInvited = (issue: Issue, people: readonly Candidate[], actor: Actor, now: number, rules: IssueRules) => {
  let asked = issue
  for (const person of people) {
    const { personId } = person.party
    if ([asked.owner.personId, asked.leadId, ...asked.helperIds].includes(personId)) continue
    const helped = addHelper(asked, { personId, person, task: '参加联席会' }, actor, now, rules)
    if ('refused' in helped) return helped
    asked = helped.issue
  }
  return asked
}

export interface MeetingAsked {
  readonly startsAt: string
  readonly place: string
  readonly agenda: string
  readonly personIds: readonly string[]
  readonly people: readonly (Candidate | null)[]
}

const fitPeople = ({ personIds, people }: MeetingAsked, issue: Issue): Candidate[] | null => {
  const fit = people.filter((one, at): one is Candidate => isFit(one, personIds[at] ?? ''))
  const isSubject = personIds.includes(issue.aboutPersonId ?? '')
  return fit.length === personIds.length && !isSubject ? fit : null
}

/** Calls a meeting. Whoever calls it takes the chair; whoever is invited is told, and takes part in the issue from then on. */
export const callMeeting = (
  issue: Issue,
  asked: MeetingAsked & { _id: string; secret: string; chair: Party },
  actor: Actor,
  now: number,
  rules: IssueRules,
) => {
  const refused = refusalOfSharing(issue, 'callMeeting', actor)
  if (refused) return refused
  const people = fitPeople(asked, issue)
  if (!people) return refuse('ISSUE_PERSON_UNFIT')
  if (!isTimeFit(asked.startsAt, now)) return refuse('MEETING_TIME_UNFIT')
  const number = (issue.meetings ?? 0) + 1
  if (number > meetingsMax) return refuse('MEETINGS_FULL')
  const joined = withInvited(issue, people, actor, now, rules)
  if ('refused' in joined) return joined
  const at = toInstant(now)
  const meeting: Meeting = {
    _id: asked._id,
    communityId: issue.communityId,
    issueId: issue._id,
    issueCode: issue.code,
    classCode: issue.classCode,
    number,
    startsAt: asked.startsAt,
    place: asked.place,
    agenda: asked.agenda,
    chair: asked.chair,
    invited: people.map(({ party }) => party).filter(({ personId }) => personId !== asked.chair.personId),
    secret: asked.secret,
    cancelledFor: null,
    attendance: [],
    minutes: [],
    createdAt: at,
    updatedAt: at,
  }
  const names = meeting.invited.map((one) => partyName(issue.communityId, one)).join('、')
  const text = `第 ${number} 次联席会：${momentOf(asked.startsAt)}，${asked.place}。参加：${names}`
  return {
    meeting,
    issue: withJointEntry({ ...joined, meetings: number }, { title: '召开联席会', text }, actor, now),
    told: everybody(meeting, `请您参加联席会：${whenAndWhere(meeting, issue)}。`),
  } satisfies Called
}

/** Changes a meeting that has not begun. When the time or the place moves, everybody is told; newcomers always are. */
export const updateMeeting = (
  issue: Issue,
  meeting: Meeting,
  asked: MeetingAsked,
  actor: Actor,
  now: number,
  rules: IssueRules,
) => {
  if (!isOverMeeting(meeting, issue, actor)) return refuse('FORBIDDEN')
  if (meeting.cancelledFor !== null || hasBegun(meeting, now)) return refuse('MEETING_OVER')
  const people = fitPeople(asked, issue)
  if (!people) return refuse('ISSUE_PERSON_UNFIT')
  if (!isTimeFit(asked.startsAt, now)) return refuse('MEETING_TIME_UNFIT')
  const joined = withInvited(issue, people, actor, now, rules)
  if ('refused' in joined) return joined
  const { startsAt, place, agenda } = asked
  const invited = people.map(({ party }) => party).filter(({ personId }) => personId !== meeting.chair.personId)
  const changed: Meeting = { ...meeting, startsAt, place, agenda, invited, updatedAt: toInstant(now) }
  const hasMoved = startsAt !== meeting.startsAt || place !== meeting.place
  const moved = `联席会改在 ${whenAndWhere(changed, issue)}。`
  const isNew = ({ personId }: Party) => seatedAt(meeting).every((one) => one.personId !== personId)
  const gone = meeting.invited.filter(({ personId }) => seatedAt(changed).every((one) => one.personId !== personId))
  return {
    meeting: changed,
    issue: hasMoved
      ? withJointEntry(
          joined,
          { title: '联席会改期', text: `第 ${meeting.number} 次联席会改在 ${momentOf(startsAt)}，${place}。` },
          actor,
          now,
        )
      : joined,
    told: new Map([
      ...(hasMoved ? everybody(changed, moved) : []),
      ...invited
        .filter(isNew)
        .map(({ personId }) => [personId, `请您参加联席会：${whenAndWhere(changed, issue)}。`] as const),
      ...gone.map(({ personId }) => [personId, `${momentOf(meeting.startsAt)}的联席会不用您参加了。`] as const),
    ]),
  } satisfies Called
}

/** Calls a meeting off, with the reason; everybody is told. What has begun is not called off. */
export const cancelMeeting = (issue: Issue, meeting: Meeting, reason: string, actor: Actor, now: number) => {
  if (!isOverMeeting(meeting, issue, actor)) return refuse('FORBIDDEN')
  if (meeting.cancelledFor !== null || hasBegun(meeting, now)) return refuse('MEETING_OVER')
  const text = `第 ${meeting.number} 次联席会取消：${reason}`
  return {
    meeting: { ...meeting, cancelledFor: reason, updatedAt: toInstant(now) },
    issue: withJointEntry(issue, { title: '联席会取消', text }, actor, now),
    told: everybody(meeting, `${momentOf(meeting.startsAt)}的联席会取消了，打开可以看到原因。`),
  } satisfies Called
}

/** A meeting begins when its hour comes, or when the first have signed in. */
export const hasBegun = ({ startsAt, attendance }: Meeting, now: number): boolean =>
  Date.parse(startsAt) <= now || attendance.length > 0
