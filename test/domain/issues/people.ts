import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { classOf } from '@/shared/domain/issues/classes'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import type { Follower } from '@/shared/domain/issues/followers'
import type { Issue, Party } from '@/shared/domain/issues/issue'
import { newIssue, type Report } from '@/shared/domain/issues/new-issue'
import { withTold } from '@/shared/domain/issues/reminders'
import { isTerminal } from '@/shared/domain/issues/moves'
import type { Actor } from '@/shared/kernel/actor'
import { toInstant } from '@/shared/kernel/time'
import type { Role, ScopeKind } from '@/shared/kernel/roles'
import type { IssueState } from '@/shared/kernel/vocabulary'

export const communityId = 'c-1'

type Post = readonly [Role, ScopeKind, string]

/** Somebody of the community with the posts named. */
export const person = (personId: string, ...posts: Post[]): Actor => ({
  personId,
  communityId,
  name: `某${personId}`,
  isNewcomer: false,
  postings: posts.map(([role, kind, id]) => ({ role, scope: { kind, id } })),
})

export const reporter = person('reporter')
export const owner = person('owner', ['gridWorker', 'grid', 'g-6'])
export const communityWorker = person('desk', ['communityWorker', 'community', communityId])
export const groupLeader = person('leader', ['groupLeader', 'group', 'pg-3'])
export const administrator = person('admin', ['administrator', 'community', communityId])
export const stranger = person('stranger', ['gridWorker', 'grid', 'g-1'])

export const partyOf = ({ personId, name, postings }: Actor, role: Role): Party => ({
  personId,
  name,
  role,
  scope: postings.find((posting) => posting.role === role)?.scope ?? { kind: 'community', id: communityId },
  dutyPhone: null,
})

/** Wednesday 25 November 2026, 10:00 in the community. */
export const morning = Date.parse('2026-11-25T02:00:00.000Z')

/** An id that is not drawn for a check. */
export const issueId = 'i-1'

export const report = (changes: Partial<Report> = {}, classCode = 'powerLight'): Report => ({
  _id: issueId,
  communityId,
  issueClass: classOf(classCode)!,
  text: '楼道灯不亮',
  source: 'resident',
  place: {
    label: '3 号楼 1 单元',
    door: null,
    estateId: 'e-1',
    buildingId: 'b-3',
    unitId: 'b-3-u-1',
    householdId: null,
    point: null,
    accuracyMeters: null,
    words: null,
  },
  fileIds: [],
  beforeDigests: [],
  reporter: { personId: reporter.personId, name: reporter.name },
  isUnnamed: false,
  aboutPersonId: null,
  route: {
    owner: partyOf(owner, 'gridWorker'),
    reason: '位置在第六网格内',
    gridId: 'g-6',
    gridName: '第六网格',
    groupId: 'pg-3',
    branchId: 'br-1',
  },
  ...changes,
})

/** An issue put into a state, with the facts that state cannot be without. */
export const issueIn = (state: IssueState, changes: Partial<Issue> = {}, classCode = 'powerLight'): Issue => {
  const fresh = newIssue(report({}, classCode), morning, defaultIssueRules)
  const isPaused = state === 'suspended' || state === 'returned'
  const hasResult = state === 'verifying' || state === 'closed'
  const at = toInstant(morning)
  const issue: Issue = {
    ...fresh,
    state,
    isOpen: !isTerminal(state),
    clock: {
      ...fresh.clock,
      pausedAt: isPaused ? at : null,
      suspendedUntil: state === 'suspended' ? '2026-12-01' : null,
    },
    returnedAt: state === 'returned' ? at : null,
    mergedInto: state === 'merged' ? { issueId: 'i-parent', from: 'handling' } : null,
    ...(hasResult ? { result: 'resolved', sentence: '已换新灯', fixerId: 'owner', submittedAt: at } : {}),
    closedAt: state === 'closed' ? at : null,
    ...changes,
  }
  return withTold(issue, [], defaultCalendar)
}

/** Somebody who joined an issue, as it remembers them. */
export const follower = (personId: string, issueId = 'i-other'): Issue['followers'][number] => ({
  personId,
  householdId: null,
  issueId,
  hasJoined: true,
  at: toInstant(morning),
})

/** Makes any change to a value an error, however deep. */
export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

/** Somebody who reported what was merged into an issue, or, with `hasJoined`, who joined it. */
export const followerOf = (personId: string, changes: Partial<Follower> = {}): Follower => ({
  personId,
  householdId: null,
  issueId: `of-${personId}`,
  hasJoined: false,
  at: toInstant(morning),
  ...changes,
})
