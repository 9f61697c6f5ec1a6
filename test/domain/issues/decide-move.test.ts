import { defaultCalendar } from '@/shared/domain/issues/calendar'
import { decideMove } from '@/shared/domain/issues/decide-move'
import type { MoveContext } from '@/shared/domain/issues/effects'
import type { MoveInput } from '@/shared/domain/issues/evidence'
import type { Issue } from '@/shared/domain/issues/issue'
import { issueRecord } from '@/shared/domain/issues/issue'
import type { Mover } from '@/shared/domain/issues/actors'
import { isDrawnForCheck } from '@/shared/domain/issues/issue-code'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs, minuteMs } from '@/shared/kernel/time'
import type { IssueMove, IssueState } from '@/shared/kernel/vocabulary'
import { communityWorker, frozen, groupLeader, issueIn, morning, owner, partyOf, person, reporter } from './people'

const context: MoveContext = { calendar: defaultCalendar, settings: defaultIssueSettings }
const next = person('next', ['gridWorker', 'grid', 'g-6'])
const candidate = { party: partyOf(next, 'gridWorker'), isPresent: true }
const after = ['cloud://x/after.jpg']
const before = ['cloud://x/before.jpg']
const hour = 60 * minuteMs

const decide = (
  issue: Issue,
  move: IssueMove,
  input: MoveInput,
  mover: Mover,
  more: Partial<MoveContext> = {},
  now = morning,
) => decideMove(frozen(issue), move, input, mover, now, { ...context, ...more })

/** The moved issue; fails the test on a refusal. */
const moved = (...asked: Parameters<typeof decide>): Issue => {
  const decided = decide(...asked)
  if (isRefusal(decided)) throw new Error(`refused: ${JSON.stringify(decided)}`)
  return issueRecord.parse(decided)
}

describe('what a move must bring', () => {
  const fieldsOf = (...asked: Parameters<typeof decide>) => {
    const decided = decide(...asked)
    expect(decided).toMatchObject({ refused: 'ISSUE_MOVE_INCOMPLETE' })
    return Object.keys((decided as { fields?: object }).fields ?? {})
  }

  test.each<[IssueMove, Issue['state'], Mover, string[]]>([
    ['dispatch', 'reported', communityWorker, ['personId', 'reason']],
    ['return', 'dispatched', communityWorker, ['reason']],
    ['decline', 'reported', communityWorker, ['reason', 'turnTo']],
    ['appeal', 'declined', reporter, ['reason']],
    ['merge', 'handling', communityWorker, ['parentId']],
    ['unmerge', 'merged', communityWorker, ['reason']],
    ['passOn', 'handling', owner, ['personId', 'reason']],
    ['submit', 'handling', owner, ['result', 'sentence']],
    ['solveOnSpot', 'dispatched', owner, ['result', 'sentence']],
    ['suspend', 'handling', owner, ['reason', 'until']],
    ['reject', 'verifying', reporter, ['reason']],
  ])('%s names each missing field with a Chinese sentence', (move, state, mover, fields) => {
    const decided = decide(issueIn(state), move, {}, mover)
    expect(decided).toMatchObject({ refused: 'ISSUE_MOVE_INCOMPLETE' })
    const sentences = (decided as { fields: Record<string, string> }).fields
    expect(Object.keys(sentences)).toEqual(fields)
    for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/[\u4e00-\u9fff]{4}/)
  })

  test('blank words are no words', () => {
    expect(fieldsOf(issueIn('verifying'), 'reject', { reason: '  ' }, reporter)).toEqual(['reason'])
  })

  test('something resolved needs a photo after, where the class asks for photos', () => {
    const litter = issueIn('handling', {}, 'litter')
    for (const result of ['resolved', 'partly'] as const) {
      expect(fieldsOf(litter, 'submit', { result, sentence: '已清理' }, owner)).toEqual(['fileIds'])
      expect(moved(litter, 'submit', { result, sentence: '已清理', fileIds: after }, owner).state).toBe('verifying')
      expect(moved(issueIn('handling'), 'submit', { result, sentence: '已修好' }, owner).state).toBe('verifying')
    }
    for (const result of ['cannot', 'notOurs'] as const) {
      expect(moved(litter, 'submit', { result, sentence: '不归我们' }, owner).result).toBe(result)
    }
  })

  test('a fix on the spot needs the pair, the report’s own photo being the one before', () => {
    const litter = issueIn('dispatched', {}, 'litter')
    const words = { result: 'resolved' as const, sentence: '已清理' }
    expect(fieldsOf(litter, 'solveOnSpot', words, owner)).toEqual(['beforeFileIds', 'fileIds'])
    expect(fieldsOf(litter, 'solveOnSpot', { ...words, fileIds: after }, owner)).toEqual(['beforeFileIds'])
    const pair = moved(litter, 'solveOnSpot', { ...words, fileIds: after, beforeFileIds: before }, owner)
    expect(pair).toMatchObject({ state: 'closed', fileIds: before, resultFileIds: after })
    expect(pair.timeline.at(-1)?.fileIds).toEqual([...before, ...after])
    const shown = { ...litter, fileIds: before }
    expect(fieldsOf(shown, 'solveOnSpot', words, owner)).toEqual(['fileIds'])
    expect(moved(shown, 'solveOnSpot', { ...words, fileIds: after }, owner).state).toBe('closed')
  })
})

describe('whom, where to and until when', () => {
  const ask = { personId: 'next', reason: '他更熟悉' }

  test('only somebody present in a post that answers for something can be given an issue', () => {
    const unfit = { refused: 'ISSUE_PERSON_UNFIT' }
    const handling = issueIn('handling')
    expect(decide(handling, 'passOn', ask, owner)).toEqual(unfit)
    expect(decide(handling, 'passOn', ask, owner, { person: null })).toEqual(unfit)
    expect(decide(handling, 'passOn', ask, owner, { person: { ...candidate, isPresent: false } })).toEqual(unfit)
    expect(
      decide(handling, 'passOn', ask, owner, { person: { party: partyOf(next, 'resident'), isPresent: true } }),
    ).toEqual(unfit)
    expect(decide(handling, 'passOn', { ...ask, personId: 'another' }, owner, { person: candidate })).toEqual(unfit)
    const self = { party: partyOf(owner, 'gridWorker'), isPresent: true }
    expect(decide(handling, 'passOn', { ...ask, personId: 'owner' }, owner, { person: self })).toEqual(unfit)
    expect(decide(issueIn('reported'), 'dispatch', ask, communityWorker)).toEqual(unfit)
    expect(decide(issueIn('reported'), 'dispatch', {}, 'router')).toEqual(unfit)
  })

  test('passing on changes owner and lead, counts, and leaves the contact', () => {
    const issue = issueIn('handling', { helperIds: ['next', 'helper'] })
    const passed = moved(issue, 'passOn', ask, owner, { person: candidate })
    expect(passed).toMatchObject({
      state: 'dispatched',
      owner: candidate.party,
      leadId: 'next',
      helperIds: ['helper'],
      contact: { personId: 'owner' },
      routeReason: '他更熟悉',
      passes: 1,
      decisionDueAt: null,
    })
    expect(passed.timeline.at(-1)?.text).toBe('转给某next：他更熟悉')
  })

  test('a lead who is not the owner stays lead', () => {
    expect(moved(issueIn('handling', { leadId: 'lead' }), 'passOn', ask, owner, { person: candidate }).leadId).toBe(
      'lead',
    )
  })

  test('the second pass gives the community worker four working hours, and their decision ends the wait', () => {
    const last = moved(issueIn('handling', { passes: 1 }), 'passOn', ask, owner, { person: candidate })
    expect(last).toMatchObject({ passes: 2, decisionDueAt: new Date(morning + 4 * hour).toISOString() })
    expect(decide(last, 'passOn', { personId: 'owner', reason: '不会' }, next)).toEqual({
      refused: 'ISSUE_PASSED_ON_TOO_OFTEN',
    })
    const back = { party: partyOf(owner, 'gridWorker'), isPresent: true }
    const decided = moved(last, 'passOn', { personId: 'owner', reason: '由您负责' }, communityWorker, { person: back })
    expect(decided).toMatchObject({ passes: 0, decisionDueAt: null, owner: { personId: 'owner' } })
    const again = moved(decided, 'passOn', ask, owner, { person: candidate })
    expect(again).toMatchObject({ passes: 1, decisionDueAt: null })
    expect(decided.timeline.at(-1)?.actor?.role).toBe('communityWorker')
  })

  test('nothing is merged into itself, into what nobody works on any more, or into what is not there', () => {
    const issue = issueIn('handling')
    const into = (parentId: string, state: IssueState, classCode = 'litter') =>
      decide(issue, 'merge', { parentId }, communityWorker, {
        parent: { _id: parentId, code: '1125-ABCD', state, classCode },
      })
    expect(into(issue._id, 'handling')).toEqual({ refused: 'ISSUE_MERGE_CIRCLE' })
    const parent = { _id: 'i-2', code: '1125-ABCD', state: 'merged', classCode: 'litter' } as const
    for (const above of [[issue._id], ['i-3', issue._id]])
      expect(decide(issue, 'merge', { parentId: 'i-2' }, communityWorker, { parent, above })).toEqual({
        refused: 'ISSUE_MERGE_CIRCLE',
      })
    for (const state of ['declined', 'withdrawn', 'merged'] as const)
      expect(into('i-2', state)).toEqual({ refused: 'ISSUE_PARENT_CLOSED' })
    expect(decide(issue, 'merge', { parentId: 'i-2' }, communityWorker)).toMatchObject({
      refused: 'ISSUE_MOVE_INCOMPLETE',
      fields: { parentId: expect.any(String) },
    })
    for (const classCode of ['dispute', 'labour', 'fraud', 'hardship', 'complaint'])
      expect(into('i-2', 'handling', classCode)).toEqual({ refused: 'ISSUE_MERGE_PRIVATE' })
    expect(into('i-2', 'suspended')).toMatchObject({
      state: 'merged',
      mergedInto: { issueId: 'i-2', from: 'handling' },
    })
  })

  test.each(['reported', 'dispatched', 'handling', 'suspended'] as const)(
    'an unmerge of %s restores what was',
    (state) => {
      const issue = { ...issueIn(state), isToReview: false }
      const parent = { _id: 'i-2', code: '1125-ABCD', state: 'handling' as const, classCode: 'powerLight' }
      const merged = moved(issue, 'merge', { parentId: 'i-2' }, communityWorker, { parent })
      expect(merged).toMatchObject({ state: 'merged', isOpen: false })
      expect(merged.timeline.at(-1)?.text).toBe('合并到 1125-ABCD')
      const restored = moved(merged, 'unmerge', { reason: '不是同一件' }, communityWorker)
      // What waits at the desk again has as long to be sent on as when it first came there.
      const again = state === 'reported' ? { decisionDueAt: restored.decisionDueAt, reminders: restored.reminders } : {}
      expect({ ...restored, timeline: issue.timeline }).toEqual({ ...issue, ...again, updatedAt: restored.updatedAt })
      expect(restored.timeline).toHaveLength(issue.timeline.length + 2)
    },
  )

  test('an issue is suspended to a day from tomorrow to ninety days on', () => {
    const until = (day: string) => decide(issueIn('handling'), 'suspend', { reason: '等材料', until: day }, owner)
    const outOfRange = {
      refused: 'ISSUE_UNTIL_OUT_OF_RANGE',
      fields: { until: expect.stringContaining('2027-02-23') as string },
    }
    expect(until('2026-11-25')).toEqual(outOfRange)
    expect(until('2026-11-26')).toMatchObject({ state: 'suspended' })
    expect(until('2027-02-23')).toMatchObject({ state: 'suspended', clock: { suspendedUntil: '2027-02-23' } })
    expect(until('2027-02-24')).toEqual(outOfRange)
  })
})

describe('the clock', () => {
  test('stands still while suspended and runs on with the working time that was left', () => {
    const suspended = moved(
      issueIn('handling'),
      'suspend',
      { reason: '等材料', until: '2026-12-01' },
      owner,
      {},
      morning + 2 * hour,
    )
    expect(suspended.clock).toMatchObject({
      pausedAt: new Date(morning + 2 * hour).toISOString(),
      suspendedUntil: '2026-12-01',
    })
    // Due Friday 10:00; two hours used by Wednesday 12:00, so 16 of 18 hours are left on Tuesday 10:00.
    const resumed = moved(suspended, 'resume', {}, 'timer', {}, Date.parse('2026-12-01T02:00:00.000Z'))
    expect(resumed.clock).toEqual({
      ...suspended.clock,
      pausedAt: null,
      suspendedUntil: null,
      dueAt: '2026-12-02T09:00:00.000Z',
      amberAt: '2026-12-02T04:30:00.000Z',
    })
  })

  test('runs on in clock hours where the limit does', () => {
    const suspended = moved(
      issueIn('handling', {}, 'pipes'),
      'suspend',
      { reason: '等', until: '2026-12-01' },
      owner,
      {},
      morning + hour,
    )
    const resumed = moved(suspended, 'resume', {}, owner, {}, morning + 5 * dayMs)
    expect(Date.parse(resumed.clock.dueAt)).toBe(morning + 5 * dayMs + 23 * hour)
  })

  test('an overdue issue stays overdue through a pause', () => {
    const late = morning + 10 * dayMs
    const suspended = moved(issueIn('handling'), 'suspend', { reason: '等', until: '2026-12-20' }, owner, {}, late)
    expect(moved(suspended, 'resume', {}, owner, {}, late + dayMs).clock.dueAt).toBe(suspended.clock.dueAt)
  })

  test('stands still while returned, and the answer brings photos and sets it going', () => {
    const returned = moved(issueIn('dispatched'), 'return', { reason: '请补照片' }, communityWorker)
    expect(returned).toMatchObject({ state: 'returned', isOpen: true, returnedAt: new Date(morning).toISOString() })
    expect(returned.clock.pausedAt).toBe(returned.returnedAt)
    const again = moved(returned, 'resubmit', { fileIds: after }, reporter, {}, morning + dayMs)
    expect(again).toMatchObject({ state: 'reported', fileIds: after, returnedAt: null, owner: { personId: 'owner' } })
    expect(again.clock).toMatchObject({ pausedAt: null, dueAt: '2026-11-30T02:00:00.000Z' })
  })

  test('a reopening and an appeal start a new one', () => {
    const reopened = moved(issueIn('closed'), 'reopen', {}, reporter, {}, morning + dayMs)
    expect(reopened.clock).toMatchObject({ startedAt: '2026-11-26T02:00:00.000Z', dueAt: '2026-11-30T02:00:00.000Z' })
    const appealed = moved(issueIn('declined'), 'appeal', { reason: '不服' }, reporter, {}, morning + dayMs)
    expect(appealed).toMatchObject({ state: 'reported', isOpen: true, appeals: 1, clock: reopened.clock })
  })
})

describe('results', () => {
  const words = { result: 'resolved' as const, sentence: '已换新灯' }

  test('a result waits for a check, is confirmed, and keeps who brought it', () => {
    const submitted = moved(issueIn('handling'), 'submit', words, owner)
    expect(submitted).toMatchObject({ ...words, state: 'verifying', fixerId: 'owner', closedAt: null, isOpen: true })
    expect(submitted.timeline.at(-1)).toMatchObject({ text: '已解决：已换新灯', actor: { role: 'gridWorker' } })
    const closed = moved(submitted, 'confirm', {}, groupLeader, {}, morning + 7 * dayMs)
    expect(closed).toMatchObject({
      ...words,
      state: 'closed',
      isOpen: false,
      closedAt: new Date(morning + 7 * dayMs).toISOString(),
    })
    expect(closed.timeline.at(-1)?.actor?.role).toBe('groupLeader')
  })

  test('a rejected result is no result, and stays readable in the timeline', () => {
    const submitted = moved(issueIn('handling'), 'submit', words, owner)
    const rejected = moved(submitted, 'reject', { reason: '还是不亮' }, reporter)
    expect(rejected).toMatchObject({
      state: 'handling',
      result: null,
      sentence: null,
      fixerId: null,
      submittedAt: null,
    })
    expect(rejected.timeline.slice(-2).map(({ text }) => text)).toEqual(['已解决：已换新灯', '还是不亮'])
    expect(rejected.timeline.at(-1)?.actor).toMatchObject({ personId: 'reporter', role: null })
  })

  test('the worker who found it may mend it at once without owning it', () => {
    const finder = person('reporter', ['buildingHead', 'building', 'b-3'])
    const closed = moved(issueIn('dispatched', { source: 'patrol' }), 'solveOnSpot', words, finder)
    expect(closed).toMatchObject({
      state: 'closed',
      fixerId: 'reporter',
      owner: { personId: 'owner' },
      isSampled: false,
    })
    expect(closed.timeline.at(-1)?.actor?.role).toBe('buildingHead')
  })

  test('about a tenth of fixes on the spot are drawn for a check, always the same ones', () => {
    const ids = Array.from({ length: 5000 }, (_, at) => `i-${at.toString(36)}`)
    const drawn = ids.filter((id) => isDrawnForCheck(id, 10))
    expect(drawn.length).toBeGreaterThan(400)
    expect(drawn.length).toBeLessThan(600)
    expect(ids.filter((id) => isDrawnForCheck(id, 0))).toEqual([])
    expect(ids.filter((id) => isDrawnForCheck(id, 100))).toEqual(ids)
    const checked = moved(issueIn('dispatched', { _id: drawn[0]! }), 'solveOnSpot', words, owner)
    expect(checked).toMatchObject({ state: 'verifying', isSampled: true, closedAt: null })
  })

  test('a third reopening puts the issue under supervision, with a new owner when the old one has left', () => {
    const second = moved(issueIn('closed', { reopens: 1 }), 'reopen', {}, reporter)
    expect(second).toMatchObject({ reopens: 2, isSupervised: false, state: 'handling', closedAt: null, result: null })
    const route = {
      owner: candidate.party,
      reason: '原网格员已离岗',
      gridId: 'g-7',
      gridName: '第七网格',
      groupId: 'pg-4',
      branchId: 'br-1',
    }
    const third = moved(issueIn('closed', { reopens: 2 }), 'reopen', {}, reporter, { route })
    expect(third).toMatchObject({
      reopens: 3,
      isSupervised: true,
      owner: { personId: 'next' },
      leadId: 'next',
      gridId: 'g-7',
      groupId: 'pg-4',
      routeReason: '原网格员已离岗',
      contact: { personId: 'owner' },
    })
  })

  test('a refusal to take it on says why and who to turn to', () => {
    const declined = moved(issueIn('dispatched'), 'decline', { reason: '属于市政', turnTo: '12345' }, communityWorker)
    expect(declined).toMatchObject({ state: 'declined', isOpen: false })
    expect(declined.timeline.at(-1)?.text).toBe('属于市政。可以找：12345')
  })

  test('the router and the community worker dispatch to a named person with the reason kept', () => {
    const reported = issueIn('reported')
    const byDesk = moved(reported, 'dispatch', { personId: 'next', reason: '他在场' }, communityWorker, {
      person: candidate,
    })
    expect(byDesk).toMatchObject({ state: 'dispatched', owner: candidate.party, routeReason: '他在场', gridId: 'g-6' })
    const route = {
      owner: candidate.party,
      reason: '在第七网格',
      gridId: 'g-7',
      gridName: '第七网格',
      groupId: null,
      branchId: null,
    }
    expect(
      moved(reported, 'dispatch', { personId: 'next', reason: '他在场' }, communityWorker, {
        person: candidate,
        route,
      }),
    ).toMatchObject({ gridId: 'g-6', routeReason: '他在场' })
    const byRouter = moved(reported, 'dispatch', {}, 'router', { route })
    expect(byRouter).toMatchObject({ owner: candidate.party, gridId: 'g-7', routeReason: '在第七网格' })
    expect(byRouter.timeline.at(-1)).toMatchObject({ actor: null, text: '在第七网格' })
  })

  test('silence withdraws a returned issue', () => {
    const gone = moved(issueIn('returned'), 'withdraw', {}, 'timer', {}, morning + 12 * dayMs)
    expect(gone).toMatchObject({ state: 'withdrawn', isOpen: false, clock: { pausedAt: null } })
    expect(gone.timeline.at(-1)?.actor).toBeNull()
  })
})

test('a complaint is never given to whom it is about', () => {
  const complaint = { ...issueIn('dispatched'), classCode: 'complaint', aboutPersonId: next.personId }
  const input = { personId: next.personId, reason: '请您处理' }
  expect(decideMove(complaint, 'passOn', input, owner, morning, { ...context, person: candidate })).toEqual({
    refused: 'ISSUE_PERSON_UNFIT',
  })
  const other = { ...complaint, aboutPersonId: null }
  expect(isRefusal(decideMove(other, 'passOn', input, owner, morning, { ...context, person: candidate }))).toBe(false)
})
