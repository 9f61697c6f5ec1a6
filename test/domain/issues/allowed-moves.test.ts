import { movesFor, permitMove, timerMoveOf } from '@/shared/domain/issues/allowed-moves'
import { actorsOf, type Mover } from '@/shared/domain/issues/actors'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import type { Issue } from '@/shared/domain/issues/issue'
import { issueMoves } from '@/shared/domain/issues/moves'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs } from '@/shared/kernel/time'
import { issueMoveNames, issueStates, type IssueMove, type IssueState } from '@/shared/kernel/vocabulary'
import { communityWorker, groupLeader, issueId, issueIn, morning, owner, partyOf, person, stranger } from './people'

/** The rules in words, written apart from the table: from → to by whom. */
const agreed = `
dispatch | reported | dispatched | router communityWorker
return | reported dispatched | returned | communityWorker
resubmit | returned | reported | reporter
decline | reported dispatched | declined | communityWorker
appeal | declined | reported | reporter
merge | reported dispatched handling suspended | merged | communityWorker
unmerge | merged | handling | communityWorker
withdraw | reported dispatched | withdrawn | reporter
passOn | dispatched handling | dispatched | owner
start | dispatched | handling | owner
submit | dispatched handling | verifying | lead
solveOnSpot | reported dispatched | closed | owner finder
suspend | handling | suspended | owner
resume | suspended | handling | owner timer
confirm | verifying | closed | reporter verifier
reject | verifying | handling | reporter verifier
reopen | closed | handling | reporter`
  .trim()
  .split('\n')
  .map((line) => line.split(' | '))
  .map(([move, from, to, by]) => ({ move: move as IssueMove, from: from!.split(' '), to, by: by!.split(' ') }))

const reporter = person('reporter')
const finder = person('reporter', ['gridWorker', 'grid', 'g-2'])
const lead = person('lead', ['propertyManager', 'estate', 'e-1'])
const helper = person('helper', ['gridWorker', 'grid', 'g-2'])

/** Everyone who might try, the parts they play, and what about the issue makes it so. */
const casts: readonly { name: string; mover: Mover; parts: string[]; with?: Partial<Issue> }[] = [
  { name: 'router', mover: 'router', parts: ['router'] },
  { name: 'timer', mover: 'timer', parts: ['timer'] },
  { name: 'reporter', mover: reporter, parts: ['reporter'] },
  { name: 'owner and lead', mover: owner, parts: ['owner', 'lead'] },
  { name: 'owner, the lead being another', mover: owner, parts: ['owner'], with: { leadId: 'lead' } },
  { name: 'lead, the owner being another', mover: lead, parts: ['lead'], with: { leadId: 'lead' } },
  { name: 'finder', mover: finder, parts: ['finder', 'reporter'], with: { source: 'patrol' } },
  { name: 'worker reporting off duty', mover: finder, parts: ['reporter'], with: { source: 'resident' } },
  { name: 'resident claiming a patrol', mover: reporter, parts: ['reporter'], with: { source: 'patrol' } },
  { name: 'communityWorker', mover: communityWorker, parts: ['communityWorker', 'verifier'] },
  { name: 'group leader', mover: groupLeader, parts: ['verifier'] },
  { name: 'helper', mover: helper, parts: [], with: { helperIds: ['helper'] } },
  { name: 'stranger', mover: stranger, parts: [] },
  { name: 'neighbour', mover: person('neighbour'), parts: [] },
  { name: 'worker of another community', mover: { ...communityWorker, communityId: 'c-2' }, parts: [] },
]

/** Late enough for the suspended and the silent, early enough to reopen. */
const later = morning + 12 * dayMs

const inputFor = (move: IssueMove) => ({
  reason: '理由',
  result: 'resolved' as const,
  sentence: '已换新灯',
  personId: 'next',
  until: '2026-12-20',
  parentId: 'i-parent',
  turnTo: '住建局',
  fileIds: move === 'submit' ? ['cloud://x/after.jpg'] : [],
})
const context = {
  calendar: defaultCalendar,
  settings: defaultIssueSettings,
  person: { party: partyOf(person('next'), 'gridWorker'), isPresent: true },
  parent: { _id: 'i-parent', code: '1125-ABCD', state: 'handling' as const, classCode: 'powerLight' },
}
const route = {
  owner: partyOf(owner, 'gridWorker'),
  reason: '位置在网格内',
  gridId: 'g-6',
  gridName: '第六网格',
  groupId: 'pg-3',
  branchId: 'br-1',
}

test('the rules in words name every move once', () => {
  expect(agreed.map(({ move }) => move).sort()).toEqual(Object.keys(issueMoveNames).sort())
  expect(Object.keys(issueMoves)).toHaveLength(17)
})

describe.each(casts)('$name', ({ mover, parts, with: changes }) => {
  const rows = issueStates.flatMap((state) => agreed.map((rule) => ({ state, ...rule })))
  test.each(rows)('$state: $move', ({ state, move, from, to, by }) => {
    const issue = issueIn(state, changes)
    const isTimersOwn = mover === 'timer' && move === 'withdraw'
    const states = isTimersOwn ? ['returned'] : from
    const plays = isTimersOwn || by.some((part) => parts.includes(part))
    const isAllowed = plays && states.includes(state)
    const decided = decideMove(issue, move, inputFor(move), mover, later, {
      ...context,
      ...(mover === 'router' ? { route } : {}),
    })
    const isListed = movesFor(issue, mover, later).some((allowed) => allowed.move === move && allowed.to === to)
    expect(isListed).toBe(isAllowed)
    if (isAllowed) {
      expect(isRefusal(decided)).toBe(false)
      expect((decided as Issue).state).toBe(to)
      return
    }
    const isFixersCheck = mover === owner && state === 'verifying' && (move === 'confirm' || move === 'reject')
    const isDesksLater = move === 'passOn' && mover === communityWorker
    const isWrongState = (plays || isDesksLater) && !states.includes(state)
    expect(decided).toEqual({
      refused: isFixersCheck ? 'ISSUE_FIXER_CANNOT_VERIFY' : isWrongState ? 'ISSUE_MOVE_NOT_ALLOWED' : 'FORBIDDEN',
    })
  })
})

test('nobody plays a part in an issue they may not see, a verifier of private classes among them', () => {
  expect(actorsOf(issueIn('verifying', {}, 'dispute'), groupLeader)).toEqual([])
  expect(actorsOf(issueIn('verifying', {}, 'dispute'), communityWorker)).toEqual(['communityWorker', 'verifier'])
})

test('a terminal state offers only an appeal, an unmerge or a reopening', () => {
  const open = (state: IssueState) => [
    ...new Set(casts.flatMap((cast) => movesFor(issueIn(state, cast.with), cast.mover, later).map(({ move }) => move))),
  ]
  expect(open('closed')).toEqual(['reopen'])
  expect(open('declined')).toEqual(['appeal'])
  expect(open('merged')).toEqual(['unmerge'])
  expect(open('withdrawn')).toEqual([])
})

test('whoever fixed it is told so when they would check it, reporter or not', () => {
  for (const fixer of [owner, finder, communityWorker]) {
    const issue = issueIn('verifying', { fixerId: fixer.personId, source: 'patrol' })
    expect(actorsOf(issue, fixer)).not.toContain('verifier')
    for (const move of ['confirm', 'reject'] as const) {
      expect(permitMove(issue, move, fixer, later)).toEqual({ refused: 'ISSUE_FIXER_CANNOT_VERIFY' })
    }
    expect(movesFor(issue, fixer, later).map(({ move }) => move)).not.toContain('confirm')
  }
})

test('after two passes the owner asks the community, and only then may the community worker pass on', () => {
  for (const state of ['dispatched', 'handling'] as const) {
    expect(permitMove(issueIn(state, { passes: 1 }), 'passOn', owner, later)).toBe('owner')
    expect(permitMove(issueIn(state, { passes: 1 }), 'passOn', communityWorker, later)).toEqual({
      refused: 'FORBIDDEN',
    })
    const passed = issueIn(state, { passes: 2 })
    expect(permitMove(passed, 'passOn', owner, later)).toEqual({ refused: 'ISSUE_PASSED_ON_TOO_OFTEN' })
    expect(permitMove(passed, 'passOn', communityWorker, later)).toBe('communityWorker')
    const both = { ...passed, owner: partyOf(communityWorker, 'communityWorker') }
    expect(permitMove(both, 'passOn', communityWorker, later)).toBe('communityWorker')
  }
})

test('an appeal is heard once', () => {
  expect(permitMove(issueIn('declined', { appeals: 1 }), 'appeal', reporter, later)).toEqual({
    refused: 'ISSUE_ALREADY_APPEALED',
  })
})

test('reopening ends fifteen days after closing, and after the third time', () => {
  const closed = issueIn('closed')
  expect(permitMove(closed, 'reopen', reporter, morning + 15 * dayMs)).toBe('reporter')
  expect(permitMove(closed, 'reopen', reporter, morning + 15 * dayMs + 1)).toEqual({ refused: 'ISSUE_REOPEN_TOO_LATE' })
  expect(permitMove({ ...closed, reopens: 2 }, 'reopen', reporter, later)).toBe('reporter')
  expect(permitMove({ ...closed, reopens: 3 }, 'reopen', reporter, later)).toEqual({
    refused: 'ISSUE_REOPEN_TOO_OFTEN',
  })
})

test('time moves what is suspended on its day, and what is returned after seven silent working days', () => {
  const suspended = issueIn('suspended')
  const dayBefore = Date.parse('2026-11-30T15:59:59.999Z')
  expect(timerMoveOf(suspended, dayBefore)).toBeNull()
  expect(timerMoveOf(suspended, dayBefore + 1)).toBe('resume')
  const returned = issueIn('returned')
  const seventhDay = Date.parse('2026-12-04T02:00:00.000Z')
  expect(timerMoveOf(returned, seventhDay - 1)).toBeNull()
  expect(timerMoveOf(returned, seventhDay)).toBe('withdraw')
  for (const state of issueStates.filter((other) => other !== 'suspended' && other !== 'returned')) {
    expect(timerMoveOf(issueIn(state), later)).toBeNull()
  }
})

test('a button says what the move needs, photos where the class asks for them', () => {
  const needsOf = (issue: Issue, move: IssueMove, mover: Mover = owner) =>
    movesFor(issue, mover, later).find((allowed) => allowed.move === move)?.needs
  expect(needsOf(issueIn('dispatched'), 'submit')).toEqual(['result', 'sentence'])
  expect(needsOf(issueIn('dispatched', {}, 'litter'), 'submit')).toEqual(['result', 'sentence', 'fileIds'])
  const pair = ['result', 'sentence', 'beforeFileIds', 'fileIds']
  expect(needsOf(issueIn('dispatched', {}, 'litter'), 'solveOnSpot')).toEqual(pair)
  const shown = issueIn('dispatched', { fileIds: ['cloud://x/before.jpg'] }, 'litter')
  expect(needsOf(shown, 'solveOnSpot')).toEqual(['result', 'sentence', 'fileIds'])
  expect(needsOf(issueIn('handling'), 'suspend')).toEqual(['reason', 'until'])
  expect(needsOf(issueIn('reported'), 'decline', communityWorker)).toEqual(['reason', 'turnTo'])
  expect(needsOf(issueIn('verifying'), 'confirm', reporter)).toEqual([])
})

test('the button says where a fix on the spot really leads', () => {
  const drawn = Array.from({ length: 200 }, (_, at) => `i-${at}`).map(
    (_id) => movesFor(issueIn('dispatched', { _id }), owner, later).find(({ move }) => move === 'solveOnSpot')?.to,
  )
  expect(new Set(drawn)).toEqual(new Set(['closed', 'verifying']))
  expect(movesFor(issueIn('dispatched', { _id: issueId }), owner, later).some(({ to }) => to === 'closed')).toBe(true)
})
