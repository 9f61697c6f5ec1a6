import * as z from 'zod'
import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { day, fileId, id, instant } from '../../kernel/shapes'
import { addDays, dayOf, toInstant } from '../../kernel/time'
import { refusalOfSharing } from './joint-acts'
import { addHelper, partyName, withJointEntry, type Shareout } from './joint'
import type { IssueRules } from './allowed-moves'
import type { Issue } from './issue'
import { isFit, isLeadOf, isOwnerOf, isParty, type Candidate } from './owner'
import { partyShape } from './party'
import { isCommunityWorkerOf } from './sight'

/** A commitment lies at most this many days ahead. */
export const commitmentDaysMax = 365
/** The most commitments one issue carries; a longer list is a project. */
export const commitmentsMax = 50

/** A commitment (承诺事项): what somebody of a department has promised for an issue, and by which day. A dated task of that issue. */
export const commitmentRecord = z.object({
  _id: id,
  communityId: id,
  issueId: id,
  issueCode: z.string(),
  classCode: z.string(),
  /** The joint meeting at which it was promised. */
  meetingId: id.nullable(),
  what: z.string(),
  owner: partyShape,
  departmentId: id.nullable(),
  dueOn: day,
  isOpen: z.boolean(),
  outcome: z.enum(['done', 'dropped']).nullable(),
  /** How it was done, or why it was dropped. */
  sentence: z.string().nullable(),
  fileIds: z.array(fileId),
  /** The first day promised, once it has been moved; it moves once. */
  movedFrom: day.nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
})
export type Commitment = z.infer<typeof commitmentRecord>

/** True once its day has passed and it is still open. */
export const isOverdue = ({ isOpen, dueOn }: Pick<Commitment, 'isOpen' | 'dueOn'>, now: number): boolean =>
  isOpen && dueOn < dayOf(now)

/** A commitment together with its issue as both stand after a change. */
export interface Promised extends Shareout {
  readonly commitment: Commitment
}

const isDayFit = (dueOn: string, now: number): boolean =>
  dueOn >= dayOf(now) && dueOn <= addDays(dayOf(now), commitmentDaysMax)

const spokenDay = (dueOn: string): string => {
  const [year, month, date] = dueOn.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}

/**
 * A new commitment. Whoever makes it takes part in the issue: somebody who has none yet is asked as a helper in the same step, so that they
 * see what they have promised for.
 */
export const addCommitment = (
  issue: Issue,
  given: {
    _id: string
    what: string
    personId: string
    person: Candidate | null
    dueOn: string
    meetingId: string | null
  },
  actor: Actor,
  now: number,
  rules: IssueRules,
) => {
  const refused = refusalOfSharing(issue, 'addCommitment', actor)
  if (refused) return refused
  const { person, personId, dueOn, what } = given
  if (!isFit(person, personId) || personId === issue.aboutPersonId) return refuse('ISSUE_PERSON_UNFIT')
  if (!isDayFit(dueOn, now)) return refuse('COMMITMENT_DAY_UNFIT')
  if ((issue.commitments ?? 0) >= commitmentsMax) return refuse('COMMITMENTS_FULL')
  const takesPart = [issue.owner.personId, issue.leadId, ...issue.helperIds].includes(personId)
  const asked = takesPart ? null : addHelper(issue, { personId, person, task: what }, actor, now, rules)
  if (asked && 'refused' in asked) return asked
  const base = asked?.issue ?? issue
  const text = `${partyName(issue.communityId, person.party)}：${what}（${spokenDay(dueOn)}前）`
  const counted = {
    ...base,
    commitments: (issue.commitments ?? 0) + 1,
    openCommitments: (issue.openCommitments ?? 0) + 1,
  }
  const commitment: Commitment = {
    _id: given._id,
    communityId: issue.communityId,
    issueId: issue._id,
    issueCode: issue.code,
    classCode: issue.classCode,
    meetingId: given.meetingId,
    what,
    owner: person.party,
    departmentId: person.party.departmentId ?? null,
    dueOn,
    isOpen: true,
    outcome: null,
    sentence: null,
    fileIds: [],
    movedFrom: null,
    createdAt: toInstant(now),
    endedAt: null,
  }
  return {
    commitment,
    issue: withJointEntry(counted, { title: '承诺事项', text }, actor, now),
    told: new Map([[personId, `有一项承诺由您负责，请在 ${spokenDay(dueOn)}前完成。`]]),
  } satisfies Promised
}

export const isOwnerOfCommitment = ({ owner }: Commitment, actor: Actor): boolean => isParty(actor, owner)

/** Whoever looks after the issue as a whole: it may move or drop a promise somebody else made. */
const isOverIt = (issue: Issue, actor: Actor): boolean =>
  isOwnerOf(issue, actor) || isLeadOf(issue, actor) || isCommunityWorkerOf(issue, actor)

export type CommitmentAct = 'complete' | 'postpone' | 'drop'

/** Null when somebody may do this with a commitment now; else why not. Its owner keeps or moves it; dropping is for those over it. */
export const refusalOfCommitment = (
  issue: Issue,
  commitment: Commitment,
  act: CommitmentAct,
  actor: Actor,
): Refusal<'FORBIDDEN' | 'COMMITMENT_ENDED'> | null => {
  const isTheirs = isOwnerOfCommitment(commitment, actor)
  const may =
    act === 'complete' ? isTheirs : act === 'drop' ? isOverIt(issue, actor) : isTheirs || isOverIt(issue, actor)
  if (!may) return refuse('FORBIDDEN')
  return commitment.isOpen ? null : refuse('COMMITMENT_ENDED')
}

const ended = (commitment: Commitment, change: Partial<Commitment>, now: number): Commitment => ({
  ...commitment,
  ...change,
  isOpen: false,
  endedAt: toInstant(now),
})

const lessOne = (issue: Issue): Issue => ({ ...issue, openCommitments: Math.max(0, (issue.openCommitments ?? 0) - 1) })

/** Done, in a sentence and perhaps with photos: the lead and the owner of the issue learn of it. */
export const completeCommitment = (
  issue: Issue,
  commitment: Commitment,
  { sentence, fileIds }: { sentence: string; fileIds: readonly string[] },
  actor: Actor,
  now: number,
) => {
  const refused = refusalOfCommitment(issue, commitment, 'complete', actor)
  if (refused) return refused
  const text = `${commitment.what}：${sentence}`
  return {
    commitment: ended(commitment, { outcome: 'done', sentence, fileIds: [...fileIds] }, now),
    issue: withJointEntry(lessOne(issue), { title: '承诺完成', text, fileIds }, actor, now),
    told: new Map([issue.owner.personId, issue.leadId].map((one) => [one, '有一项承诺已经完成，打开看看。'])),
  } satisfies Promised
}

/** Moved to a later day, once, with the reason. */
export const postponeCommitment = (
  issue: Issue,
  commitment: Commitment,
  { dueOn, reason }: { dueOn: string; reason: string },
  actor: Actor,
  now: number,
) => {
  const refused = refusalOfCommitment(issue, commitment, 'postpone', actor)
  if (refused) return refused
  if (commitment.movedFrom !== null) return refuse('COMMITMENT_MOVED_ALREADY')
  if (!isDayFit(dueOn, now) || dueOn <= commitment.dueOn) return refuse('COMMITMENT_DAY_UNFIT')
  const text = `${commitment.what}：改到 ${spokenDay(dueOn)}前，${reason}`
  return {
    commitment: { ...commitment, dueOn, movedFrom: commitment.dueOn },
    issue: withJointEntry(issue, { title: '承诺改期', text }, actor, now),
    told: new Map(
      [commitment.owner.personId, issue.owner.personId, issue.leadId].map((one) => [
        one,
        `有一项承诺改到 ${spokenDay(dueOn)}前完成。`,
      ]),
    ),
  } satisfies Promised
}

/** Dropped (撤销) by those over the issue, with the reason: what is no longer needed, or was promised by somebody who has left. */
export const dropCommitment = (issue: Issue, commitment: Commitment, reason: string, actor: Actor, now: number) => {
  const refused = refusalOfCommitment(issue, commitment, 'drop', actor)
  if (refused) return refused
  const text = `${commitment.what}：${reason}`
  return {
    commitment: ended(commitment, { outcome: 'dropped', sentence: reason }, now),
    issue: withJointEntry(lessOne(issue), { title: '承诺撤销', text }, actor, now),
    told: new Map([[commitment.owner.personId, '有一项由您负责的承诺已撤销，不用再办。']]),
  } satisfies Promised
}
