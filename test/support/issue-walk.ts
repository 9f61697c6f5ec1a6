import type { Mover } from '@/shared/domain/issues/actors'
import { defaultIssueRules, movesFor, type IssueRules } from '@/shared/domain/issues/allowed-moves'
import { issueClasses } from '@/shared/domain/issues/classes'
import { decideMove } from '@/shared/domain/issues/decide-move'
import type { MoveContext } from '@/shared/domain/issues/effects'
import type { MoveInput } from '@/shared/domain/issues/evidence'
import type { Issue, Party } from '@/shared/domain/issues/issue'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { issueSettings, type IssueSettings } from '@/shared/domain/issues/settings'
import type { Setting } from '@/shared/domain/settings/setting'
import { calendarOf } from '@/shared/domain/settings/calendar-year'
import type { Refusal } from '@/shared/kernel/decision'
import { addDays, dayOf, minuteMs } from '@/shared/kernel/time'
import { issueMoveNames, issueResults, type IssueMove } from '@/shared/kernel/vocabulary'
import type { Actor } from '@/shared/kernel/actor'
import { communityId, frozen, morning, partyOf, person, report } from '../domain/issues/people'

/** Everybody who may come by: each of the ten roles, those beside them, residents, and somebody of another community. */
const people: readonly Actor[] = [
  person('reporter'),
  person('neighbour'),
  person('w-1', ['gridWorker', 'grid', 'g-6']),
  person('w-2', ['gridWorker', 'grid', 'g-6']),
  person('w-7', ['gridWorker', 'grid', 'g-7']),
  person('leader', ['groupLeader', 'group', 'pg-3']),
  person('secretary', ['branchSecretary', 'branch', 'br-1']),
  person('desk-1', ['communityWorker', 'community', communityId]),
  person('desk-2', ['communityWorker', 'community', communityId], ['gridWorker', 'grid', 'g-6']),
  person('head', ['buildingHead', 'building', 'b-3'], ['volunteer', 'community', communityId]),
  person('unit-head', ['unitHead', 'unit', 'b-3-u-1']),
  person('property', ['propertyManager', 'estate', 'e-1']),
  person('police', ['areaPolice', 'grid', 'g-6']),
  person('local', ['localUnit', 'community', communityId]),
  person('officer', ['officer', 'community', communityId]),
  person('clerk', ['clerk', 'community', communityId]),
  person('admin', ['administrator', 'community', communityId]),
  person('hub', ['hub', 'building', 'b-3']),
  { ...person('elsewhere', ['communityWorker', 'community', 'c-2']), communityId: 'c-2' },
]
const movers: readonly Mover[] = [...people, 'timer', 'router']

/** Those an issue may be given to, in the post they would get it in. */
export const possibleOwners: readonly Party[] = people
  .filter(({ personId }) => ['w-1', 'w-2', 'w-7', 'property', 'police', 'officer', 'desk-1'].includes(personId))
  .map((actor) => partyOf(actor, actor.postings[0]!.role))

export type Random = () => number
const pick = <T>(random: Random, among: readonly T[]): T => among[Math.floor(random() * among.length)]!

const moveNames = Object.keys(issueMoveNames) as IssueMove[]

const routeTo = (owner: Party) => ({
  owner,
  reason: '位置在第六网格内',
  gridId: 'g-6',
  gridName: '第六网格',
  groupId: 'pg-3',
  branchId: 'br-1',
})

/** Settings as any community may have them: every number anywhere within its bounds. */
export const anySettings = (random: Random): IssueSettings =>
  Object.fromEntries(
    Object.entries<Setting>(issueSettings).map(([code, { min, max }]) => [
      code,
      min + Math.floor(random() * (max - min + 1)),
    ]),
  ) as unknown as IssueSettings

/** The rules of every other walk are the usual ones, and of the rest those of a community that has set everything differently. */
export const rulesOfWalk = (index: number, random: Random): IssueRules => {
  if (index % 2 === 0) return defaultIssueRules
  const settings = anySettings(random)
  return { calendar: calendarOf([], settings), settings }
}

/** An issue somebody has just reported, of any class, as a resident or on patrol. */
export const freshIssue = (id: string, now: number, random: Random, rules: IssueRules): Issue => {
  const isPatrol = random() < 0.4
  return newIssue(
    report({
      _id: id,
      issueClass: pick(random, issueClasses),
      source: isPatrol ? 'patrol' : 'resident',
      reporter: isPatrol
        ? { personId: 'head', name: '某head', role: 'buildingHead' }
        : { personId: 'reporter', name: '某reporter' },
      fileIds: random() < 0.5 ? ['cloud://x/before.jpg'] : [],
      isUnnamed: random() < 0.2,
      route: routeTo(pick(random, possibleOwners)),
    }),
    now,
    rules,
  )
}

/** What somebody tries with an issue: mostly what they may, sometimes anything. */
export interface Attempt {
  readonly mover: Mover
  readonly move: IssueMove
  readonly isListed: boolean
  readonly input: MoveInput
  readonly context: MoveContext
}

/** Moves that end an issue or lead nowhere new are tried less often than the rest, or every walk would be short. */
const rare: readonly IssueMove[] = ['merge', 'withdraw', 'decline']

const bring = (
  { classCode }: Issue,
  now: number,
  random: Random,
  rules: IssueRules,
): Pick<Attempt, 'input' | 'context'> => {
  const owner = pick(random, possibleOwners)
  const fileIds = random() < 0.7 ? ['cloud://x/photo.jpg'] : []
  const blank = random() < 0.05 ? ' ' : '理由'
  return {
    input: {
      reason: blank,
      result: pick(random, issueResults),
      sentence: '处理过了',
      personId: owner.personId,
      until: addDays(dayOf(now), Math.floor(random() * 95)),
      parentId: 'i-parent',
      turnTo: '12345',
      fileIds,
      beforeFileIds: fileIds,
    },
    context: {
      ...rules,
      person: { party: owner, isPresent: random() < 0.9 },
      parent: { _id: 'i-parent', code: '1125-ABCD', state: 'handling', classCode },
      route: routeTo(owner),
    },
  }
}

/** What happens next to an issue. */
export const attemptOn = (issue: Issue, now: number, random: Random, rules: IssueRules): Attempt => {
  const open = movers.flatMap((mover) => movesFor(issue, mover, now, rules).map(({ move }) => ({ mover, move })))
  const likely = open.filter(({ move }) => !rare.includes(move) || random() < 0.15)
  const isBlind = random() < 0.2 || likely.length === 0
  const chosen = isBlind ? { mover: pick(random, movers), move: pick(random, moveNames) } : pick(random, likely)
  return {
    ...chosen,
    isListed: open.some(({ mover, move }) => mover === chosen.mover && move === chosen.move),
    ...bring(issue, now, random, rules),
  }
}

/** Decides an attempt on an issue that nothing may change in place. */
export const decided = (issue: Issue, attempt: Attempt, now: number): Issue | Refusal =>
  decideMove(frozen(issue), attempt.move, attempt.input, attempt.mover, now, attempt.context)

/** How long until somebody does something again: minutes, mostly, and sometimes days. */
export const passes = (random: Random): number => {
  const minutes = random() < 0.6 ? random() * 240 : random() * 4 * 1440
  return Math.round(minutes * minuteMs)
}

export const walkBegins = morning
