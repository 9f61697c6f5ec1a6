import fc from 'fast-check'
import type { Mover } from '@/shared/domain/issues/actors'
import { movesFor } from '@/shared/domain/issues/allowed-moves'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import { classOf } from '@/shared/domain/issues/classes'
import { minutesLeft } from '@/shared/domain/issues/clock'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { limitOf } from '@/shared/domain/issues/effects'
import { issueRecord, type Issue } from '@/shared/domain/issues/issue'
import { isTerminal } from '@/shared/domain/issues/moves'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { isRefusal } from '@/shared/kernel/decision'
import { addDays, dayOf, minuteMs } from '@/shared/kernel/time'
import { issueMoveNames, issueResults, type IssueMove } from '@/shared/kernel/vocabulary'
import { communityWorker, frozen, groupLeader, morning, partyOf, person, report } from './people'

const workers = ['w-1', 'w-2', 'w-3'].map((id) => person(id, ['gridWorker', 'grid', 'g-6']))
const finder = person('reporter', ['buildingHead', 'building', 'b-3'])
const movers: readonly Mover[] = [finder, ...workers, communityWorker, groupLeader, 'timer', 'router']
const moveNames = Object.keys(issueMoveNames) as IssueMove[]
const classCodes = ['powerLight', 'litter', 'pipes', 'dispute']

interface Step {
  readonly minutes: number
  readonly pick: number
  readonly isBlind: boolean
  readonly days: number
  readonly hasPhotos: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  minutes: fc.integer({ min: 0, max: 3 * 1440 }),
  pick: fc.nat(),
  isBlind: fc.integer({ min: 0, max: 4 }).map((roll) => roll === 0),
  days: fc.integer({ min: 1, max: 90 }),
  hasPhotos: fc.boolean(),
})

const settings = defaultIssueSettings
const made = new Map<IssueMove, number>()

const fresh = (serial: number): Issue => {
  const issueClass = classOf(classCodes[serial % classCodes.length]!)!
  const route = {
    owner: partyOf(workers[0]!, 'gridWorker'),
    reason: '位置在网格内',
    gridId: 'g-6',
    gridName: '第六网格',
    groupId: 'pg-3',
    branchId: 'br-1',
  }
  const source = serial % 2 ? 'patrol' : 'resident'
  return newIssue(report({ _id: `i-${serial}`, issueClass, source, route }), morning, defaultCalendar)
}

const choices = (issue: Issue, now: number): [Mover, IssueMove][] =>
  movers.flatMap((mover) => movesFor(issue, mover, now).map(({ move }): [Mover, IssueMove] => [mover, move]))

const attempt = (issue: Issue, mover: Mover, move: IssueMove, now: number, { pick, days, hasPhotos }: Step) => {
  const worker = workers[pick % workers.length]!
  const fileIds = hasPhotos ? ['cloud://x/photo.jpg'] : []
  return decideMove(
    frozen(issue),
    move,
    {
      reason: '理由',
      result: issueResults[pick % 4],
      sentence: '处理过了',
      personId: worker.personId,
      until: addDays(dayOf(now), days),
      parentId: 'i-parent',
      turnTo: '12345',
      fileIds,
      beforeFileIds: fileIds,
    },
    mover,
    now,
    {
      calendar: defaultCalendar,
      settings,
      person: { party: partyOf(worker, 'gridWorker'), isPresent: true },
      parent: { _id: 'i-parent', code: '1125-ABCD', state: 'handling' as const },
      route: mover === 'router' ? { ...fresh(0), owner: partyOf(worker, 'gridWorker'), reason: '重新派遣' } : null,
    },
  )
}

const standingOf = (issue: Issue) => issue.mergedInto?.from ?? issue.state
const left = (issue: Issue, now: number) => minutesLeft(issue.clock, limitOf(issue), now, defaultCalendar)
const fixed = ['_id', 'code', 'classCode', 'text', 'reporterId', 'createdAt', 'isUnnamed', 'contact'] as const

/** What must hold of any issue, however it came to be. */
const issuePromises: Record<string, (issue: Issue, now: number) => boolean> = {
  'has the shape that is stored': (issue) => issueRecord.safeParse(issue).success,
  'is open until a terminal state': ({ isOpen, state }) => isOpen === !isTerminal(state),
  'has one owner, who leads': ({ owner, leadId }) => /^w-/.test(owner.personId) && leadId === owner.personId,
  'pauses only while suspended or returned': (issue) =>
    (issue.clock.pausedAt !== null) === ['suspended', 'returned'].includes(standingOf(issue)),
  'knows a day to come back only while suspended': (issue) =>
    (issue.clock.suspendedUntil !== null) === (standingOf(issue) === 'suspended'),
  'has a parent only while merged': ({ mergedInto, state }) => (mergedInto !== null) === (state === 'merged'),
  'warns after it starts and before it is due': ({ clock }) =>
    clock.startedAt < clock.amberAt && clock.amberAt <= clock.dueAt,
  'has never less than no time left': (issue, now) => left(issue, now) >= 0,
  'is closed at an instant': ({ closedAt, state }) => (closedAt !== null) === (state === 'closed'),
  'has result, sentence and fixer when verifying or closed, and only then': ({ state, result, sentence, fixerId }) =>
    [result, sentence, fixerId].every((fact) => (fact !== null) === (state === 'closed' || state === 'verifying')),
  'is supervised from the third reopening, which is the last': ({ reopens, isSupervised }) =>
    isSupervised === reopens > settings.reopensMax && reopens <= settings.reopensMax + 1,
  'is appealed once at most': ({ appeals }) => appeals <= 1,
  'is passed on twice at most by owners': ({ passes }) => passes <= settings.passesMax,
}

interface Taken {
  readonly before: Issue
  readonly after: Issue
  readonly mover: Mover
  readonly move: IssueMove
  readonly now: number
}

/** What must hold of any one step. */
const stepPromises: Record<string, (taken: Taken) => boolean> = {
  'appends one entry and touches none': ({ before, after }) =>
    after.timeline.length === before.timeline.length + 1 &&
    before.timeline.every((entry, at) => after.timeline[at] === entry),
  'says who moved it from where to where, and when': ({ before, after, mover, move, now }) => {
    const { kind, actor, at, ...entry } = after.timeline.at(-1)!
    const isWritten = entry.move === move && entry.from === before.state && entry.to === after.state
    const personId = typeof mover === 'string' ? undefined : mover.personId
    return kind === 'move' && isWritten && actor?.personId === personId && Date.parse(at) === now
  },
  'leaves what was reported and the contact': ({ before, after }) => fixed.every((key) => after[key] === before[key]),
  'leads out of an end only by appeal, unmerge or reopening': ({ before, move }) =>
    !isTerminal(before.state) || ['appeal', 'unmerge', 'reopen'].includes(move),
  'is not a check by the fixer': ({ before, mover, move }) =>
    !['confirm', 'reject'].includes(move) || typeof mover === 'string' || mover.personId !== before.fixerId,
  'takes no time from a clock that stood still': ({ before, after, move, now }) =>
    !['resume', 'resubmit'].includes(move) || Math.abs(left(after, now) - left(before, now)) < 0.001,
}

const broken = <Args extends unknown[]>(
  promises: Record<string, (...args: Args) => boolean>,
  ...args: Args
): string[] => Object.keys(promises).filter((name) => !promises[name]!(...args))

test('whatever is tried, in any order and at any time, an issue keeps its promises', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }), (serial, steps) => {
      let issue = fresh(serial)
      let now = morning
      expect(broken(issuePromises, issue, now)).toEqual([])
      for (const taken of steps) {
        now += taken.minutes * minuteMs
        const open = choices(issue, now)
        // Mostly something allowed; merging, which is always possible, less often than the rest.
        const likely = open.filter(([, name]) => name !== 'merge' || taken.days > 70)
        const [mover, move] = (taken.isBlind ? undefined : likely[taken.pick % likely.length]) ?? [
          movers[taken.pick % movers.length]!,
          moveNames[taken.days % moveNames.length]!,
        ]
        const decided = attempt(issue, mover, move, now, taken)
        const isListed = open.some(([who, what]) => who === mover && what === move)
        if (isRefusal(decided)) {
          if (isListed) expect(['ISSUE_MOVE_INCOMPLETE', 'ISSUE_PERSON_UNFIT']).toContain(decided.refused)
          else expect(decided.refused).not.toBe('ISSUE_MOVE_INCOMPLETE')
          if (issue.state === 'withdrawn') issue = fresh(++serial)
          continue
        }
        expect(isListed).toBe(true)
        expect(broken(stepPromises, { before: issue, after: decided, mover, move, now })).toEqual([])
        expect(broken(issuePromises, decided, now)).toEqual([])
        made.set(move, (made.get(move) ?? 0) + 1)
        issue = decided
        if (issue.timeline.length > 40) issue = fresh(++serial)
      }
    }),
    { numRuns: 110 },
  )
})

test('the walks made thousands of moves, and every kind of them', () => {
  expect([...made.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2000)
  expect([...made.keys()].sort()).toEqual([...moveNames].sort())
})
