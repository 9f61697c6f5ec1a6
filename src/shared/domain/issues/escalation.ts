import { isInForce, type Role } from '../../kernel/roles'
import { departmentIdOf } from '../organization/departments'
import { isAway } from '../organization/leave'
import type { Community, Holder, PostingRecord } from '../organization/records'
import { hadHandIn } from './actors'
import { classOf } from './classes'
import type { Issue, Party } from './issue'
import type { ReminderLevel } from './reminders-shape'
import { partyOf } from './route'

/** The posts a reminder may climb to. */
export const escalationRoles: readonly Role[] = [
  'groupLeader',
  'branchSecretary',
  'communityWorker',
  'administrator',
  'officer',
]

/** Who is there to be told: the holders of those posts, whose community it is, and the day. */
export interface Staff {
  readonly community: Pick<Community, '_id' | 'dutyPersonIds'>
  readonly holders: readonly Pick<Holder, 'posting' | 'person'>[]
  /** The community day, YYYY-MM-DD. */
  readonly day: string
}

type Post = Pick<Holder, 'posting' | 'person'>
type Rung = (post: PostingRecord) => boolean

const inScope =
  (role: Role, ...ids: (string | null)[]): Rung =>
  (posting) =>
    posting.role === role && ids.includes(posting.scope.id)

/** Who holds one rung today and is neither who is late nor whom it is about; those on duty first, and the present unless anybody will do. */
const chosenOn = (
  rung: Rung,
  issue: Issue,
  { community, holders, day }: Staff,
  { isAnybody = false, mayOwn = false } = {},
): Post | undefined => {
  const rankOf = ({ person }: Post): number => {
    const at = community.dutyPersonIds.indexOf(person._id)
    return at < 0 ? community.dutyPersonIds.length : at
  }
  return holders
    .filter(
      ({ posting, person }) =>
        rung(posting) &&
        isInForce(posting, day) &&
        person.communityId === issue.communityId &&
        (isAnybody || !isAway(person, day)) &&
        (mayOwn || person._id !== issue.owner.personId) &&
        person._id !== issue.aboutPersonId,
    )
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.person._id < b.person._id ? -1 : 1))[0]
}

/** The first of a ladder: whoever is present, from the lowest rung up; when everybody is away, the lowest rung all the same. */
const firstOn = (ladder: readonly Rung[], issue: Issue, staff: Staff, { mayOwn = false } = {}): Party | null => {
  for (const isAnybody of [false, true])
    for (const rung of ladder) {
      const found = chosenOn(rung, issue, staff, { isAnybody, mayOwn })
      if (found) return partyOf(found)
    }
  return null
}

/** Everybody who had no hand in an issue. */
const withoutHands = (issue: Issue, staff: Staff): Staff => ({
  ...staff,
  holders: staff.holders.filter(({ person }) => !hadHandIn(issue, person._id)),
})

/** Those who may look at a mended hazard again. */
const recheckLadder = (issue: Issue): readonly Rung[] => [
  inScope('groupLeader', issue.groupId, issue.gridId),
  inScope('communityWorker', issue.communityId),
]

const ladderOf = (issue: Issue, level: Exclude<ReminderLevel, 'amber' | 'recheck' | 'followUp'>): readonly Rung[] => {
  const isPrivate = classOf(issue.classCode)?.isPrivate ?? true
  const desk = [inScope('communityWorker', issue.communityId), inScope('administrator', issue.communityId)]
  const street: Rung = ({ role, departmentId }) =>
    role === 'officer' && departmentId === departmentIdOf(issue.communityId, '街道')
  switch (level) {
    case 'due':
      return isPrivate
        ? desk
        : [inScope('groupLeader', issue.groupId, issue.gridId), inScope('branchSecretary', issue.branchId), ...desk]
    case 'extension':
      return isPrivate ? desk : [inScope('groupLeader', issue.groupId, issue.gridId), ...desk]
    case 'plusOne':
    case 'decision':
      return desk
    case 'plusThree':
      return [street, inScope('administrator', issue.communityId), inScope('communityWorker', issue.communityId)]
  }
}

/**
 * Whom a reminder goes to: 75 % the owner, the whole limit the leader of the group, a working day over it the community's duty
 * post, three the street. A rung with nobody present is passed over for the next; when everybody is away it waits for the desk in
 * their inbox. Private classes never leave the desk before the street. A mended hazard goes to the leader of the group or a community worker
 * who had no hand in mending it. null when a community has nobody at all.
 */
export const recipientOf = (issue: Issue, level: Exclude<ReminderLevel, 'followUp'>, staff: Staff): Party | null => {
  if (level === 'amber') return issue.owner
  if (level === 'recheck') return firstOn(recheckLadder(issue), issue, withoutHands(issue, staff), { mayOwn: true })
  return firstOn(ladderOf(issue, level), issue, staff)
}

/**
 * Who is asked to check a result (核查): whoever of the duty post is present, else another community worker, else the leader of the group,
 * the secretary of the branch, the administrator. Never who had a hand in it, nor whom it is about, nor the reporter, who was asked
 * before. Private classes stay with those who may see them. When everybody is away it waits in the inbox of whoever comes first; null only
 * where all of these have a hand in it, and then its reporter alone can say.
 */
export const verifierOf = (issue: Issue, staff: Staff): Party | null => {
  const isPrivate = classOf(issue.classCode)?.isPrivate ?? true
  const ladder = [
    inScope('communityWorker', issue.communityId),
    ...(isPrivate
      ? []
      : [
          inScope('groupLeader', issue.groupId, issue.gridId),
          inScope('branchSecretary', issue.branchId),
          inScope('administrator', issue.communityId),
        ]),
  ]
  const others = withoutHands(issue, staff)
  const holders = others.holders.filter(({ person }) => person._id !== issue.reporterId)
  return firstOn(ladder, issue, { ...others, holders }, { mayOwn: true })
}

/** The issue with somebody of the street on record, who from then on may see it; private matters stay with those who handle them. */
export const withEscalation = (issue: Issue, level: ReminderLevel, told: Party, at: string): Issue => {
  const isPrivate = classOf(issue.classCode)?.isPrivate ?? true
  if (level !== 'plusThree' || told.role !== 'officer' || isPrivate) return issue
  const before = (issue.escalatedTo ?? []).filter(({ personId }) => personId !== told.personId)
  return { ...issue, escalatedTo: [...before, { ...told, toldAt: at }] }
}
