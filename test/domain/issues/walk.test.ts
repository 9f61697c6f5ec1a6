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
      parent: { _id: 'i-parent', mergedIntoChain: [] },
      route: mover === 'router' ? { ...fresh(0), owner: partyOf(worker, 'gridWorker'), reason: '重新派遣' } : null,
    },
  )
}

/** What must hold of any issue, however it came to be. */
const checkIssue = (issue: Issue, now: number) => {
  issueRecord.parse(issue)
  const { state, clock } = issue
  expect(issue.isOpen).toBe(!isTerminal(state))
  expect(issue.owner.personId).toMatch(/^w-/)
  expect(issue.contact.personId).toBe('w-1')
  expect(issue.leadId).toBe(issue.owner.personId)
  const standing = issue.mergedInto?.from ?? state
  expect(clock.pausedAt !== null).toBe(standing === 'suspended' || standing === 'returned')
  expect(clock.suspendedUntil !== null).toBe(standing === 'suspended')
  expect(issue.mergedInto !== null).toBe(state === 'merged')
  expect(Date.parse(clock.startedAt)).toBeLessThan(Date.parse(clock.amberAt))
  expect(Date.parse(clock.amberAt)).toBeLessThanOrEqual(Date.parse(clock.dueAt))
  expect(minutesLeft(clock, limitOf(issue), now, defaultCalendar)).toBeGreaterThanOrEqual(0)
  expect(issue.closedAt !== null).toBe(state === 'closed')
  expect(issue.result !== null && issue.sentence !== null && issue.fixerId !== null).toBe(
    state === 'closed' || state === 'verifying',
  )
  expect(issue.isSupervised).toBe(issue.reopens > settings.reopensMax)
  expect(issue.reopens).toBeLessThanOrEqual(settings.reopensMax + 1)
  expect(issue.appeals).toBeLessThanOrEqual(1)
  expect(issue.passes).toBeLessThanOrEqual(settings.passesMax)
}

/** What must hold of any one step. */
const checkStep = (before: Issue, after: Issue, mover: Mover, move: IssueMove, now: number) => {
  expect(after.timeline).toHaveLength(before.timeline.length + 1)
  expect(before.timeline.every((entry, at) => after.timeline[at] === entry)).toBe(true)
  const entry = after.timeline.at(-1)!
  expect(entry).toMatchObject({ kind: 'move', move, from: before.state, to: after.state })
  expect(entry.actor?.personId ?? null).toBe(typeof mover === 'string' ? null : mover.personId)
  for (const fixed of ['_id', 'code', 'classCode', 'text', 'reporterId', 'createdAt', 'isUnnamed'] as const) {
    expect(after[fixed]).toBe(before[fixed])
  }
  if (isTerminal(before.state)) expect(['appeal', 'unmerge', 'reopen']).toContain(move)
  if (move === 'confirm' || move === 'reject') expect(entry.actor?.personId).not.toBe(before.fixerId)
  if (move === 'resume' || move === 'resubmit') {
    const left = (issue: Issue) => minutesLeft(issue.clock, limitOf(issue), now, defaultCalendar)
    expect(left(after)).toBeCloseTo(left(before), 3)
  }
}

test('whatever is tried, in any order and at any time, an issue keeps its promises', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }), (serial, steps) => {
      let issue = fresh(serial)
      let now = morning
      checkIssue(issue, now)
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
        checkStep(issue, decided, mover, move, now)
        checkIssue(decided, now)
        made.set(move, (made.get(move) ?? 0) + 1)
        issue = decided
        if (issue.timeline.length > 40) issue = fresh(++serial)
      }
    }),
    { numRuns: 80 },
  )
})

test('the walks made thousands of moves, and every kind of them', () => {
  console.error([...made], [...made.values()].reduce((a,b)=>a+b));
  expect([...made.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2000)
  expect([...made.keys()].sort()).toEqual([...moveNames].sort())
})
