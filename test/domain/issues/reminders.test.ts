import fc from 'fast-check'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import { decideMove } from '@/shared/domain/issues/decide-move'
import type { Mover } from '@/shared/domain/issues/actors'
import type { MoveContext } from '@/shared/domain/issues/effects'
import type { MoveInput } from '@/shared/domain/issues/evidence'
import type { Issue } from '@/shared/domain/issues/issue'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { dueReminders, reminderIdOf, withTold } from '@/shared/domain/issues/reminders'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { communityWorker, frozen, issueIn, morning, owner, reporter, report } from './people'

const step = (
  issue: Issue,
  move: Parameters<typeof decideMove>[1],
  input: MoveInput,
  mover: Mover,
  now: number,
  more: Partial<MoveContext> = {},
): Issue => {
  const moved = decideMove(issue, move, input, mover, now, { ...defaultIssueRules, ...more })
  if ('refused' in moved) throw new Error(moved.refused)
  return moved
}
const dueAt = (issue: Issue, now: number) => dueReminders(issue, now, defaultCalendar).map(({ level }) => level)
const nextOf = ({ reminders }: Issue) => reminders?.nextAt

/** Two working days from 10:00 on a Wednesday: amber Thursday 14:30, due Friday 10:00, then Monday and Wednesday. */
const fresh = (): Issue => frozen(newIssue(report({}, 'powerLight'), morning, defaultIssueRules))
const at = (local: string) => Date.parse(`${local}:00.000+08:00`)

test('a new issue waits for its amber, and every level comes at its own time', () => {
  const issue = fresh()
  expect(nextOf(issue)).toBe(toInstant(at('2026-11-26T14:30')))
  expect(dueAt(issue, at('2026-11-26T14:29'))).toEqual([])
  expect(dueAt(issue, at('2026-11-26T14:30'))).toEqual(['amber'])
  expect(dueAt(issue, at('2026-11-27T10:00'))).toEqual(['amber', 'due'])
  expect(dueAt(issue, at('2026-11-30T09:59'))).toEqual(['amber', 'due'])
  expect(dueAt(issue, at('2026-11-30T10:00'))).toEqual(['amber', 'due', 'plusOne'])
  expect(dueAt(issue, at('2026-12-02T10:00'))).toEqual(['amber', 'due', 'plusOne', 'plusThree'])
})

test('what was told is not due again, even when the clock steps back and comes again', () => {
  const told = withTold(fresh(), ['amber', 'due'], defaultCalendar)
  expect(nextOf(told)).toBe(toInstant(at('2026-11-30T10:00')))
  expect(dueAt(told, at('2026-11-26T14:30'))).toEqual([])
  expect(dueAt(told, at('2026-11-27T10:00'))).toEqual([])
  const all = withTold(told, ['plusOne', 'plusThree'], defaultCalendar)
  expect([nextOf(all), dueAt(all, at('2027-06-01T10:00'))]).toEqual([null, []])
})

test('a result brought waits for others: no reminder, until it is sent back', () => {
  const brought = step(fresh(), 'submit', { result: 'resolved', sentence: '已修' }, owner, morning + 1)
  expect([nextOf(brought), dueAt(brought, morning + 30 * dayMs)]).toEqual([null, []])
  const back = step(brought, 'reject', { reason: '还不亮' }, reporter, morning + 2)
  expect(nextOf(back)).toBe(toInstant(at('2026-11-26T14:30')))
})

test('standing still silences the reminders, and resuming moves them by as much', () => {
  const started = step(fresh(), 'start', {}, owner, morning)
  const still = step(started, 'suspend', { reason: '等配件', until: '2026-12-01' }, owner, morning)
  expect([nextOf(still), dueAt(still, morning + 30 * dayMs)]).toEqual([null, []])
  const on = step(still, 'resume', {}, 'timer', at('2026-12-01T00:10'))
  expect(nextOf(on)).toBe(on.clock.amberAt)
  expect(on.clock.amberAt).toBe(toInstant(at('2026-12-02T13:00')))
})

test('what was told before a pause stays told after it', () => {
  const warned = withTold(step(fresh(), 'start', {}, owner, morning), ['amber'], defaultCalendar)
  const still = step(warned, 'suspend', { reason: '等配件', until: '2026-12-01' }, owner, at('2026-11-26T15:00'))
  const on = step(still, 'resume', {}, owner, at('2026-11-30T09:00'))
  expect([on.reminders?.told, nextOf(on)]).toEqual([['amber'], on.clock.dueAt])
})

test('reopening starts a new set, with ids of its own', () => {
  const closed = issueIn('closed', { reminders: { nextAt: null, told: ['amber', 'due'], set: 0 } })
  const again = step(closed, 'reopen', {}, reporter, morning + dayMs)
  expect(again.reminders).toEqual({ nextAt: again.clock.amberAt, told: [], set: 0 })
  expect(reminderIdOf(again, 'due')).not.toBe(reminderIdOf(closed, 'due'))
})

test.each(['closed', 'declined', 'merged', 'withdrawn', 'returned', 'suspended', 'verifying'] as const)(
  '%s reminds nobody of a limit',
  (state) => {
    expect(dueAt(issueIn(state), morning + 28 * dayMs - 1)).toEqual([])
    expect(nextOf(issueIn(state))).toBe(state === 'closed' ? toInstant(morning + 28 * dayMs) : null)
  },
)

test('a decision on the owner that is late is due once, and anew when it has to be taken again', () => {
  const decisionDueAt = toInstant(at('2026-11-25T14:00'))
  const waiting = withTold({ ...fresh(), decisionDueAt }, [], defaultCalendar)
  expect(nextOf(waiting)).toBe(decisionDueAt)
  expect(dueAt(waiting, at('2026-11-25T14:00'))).toEqual(['decision'])
  const told = withTold(waiting, ['decision'], defaultCalendar)
  expect(dueAt(told, at('2026-11-25T18:00'))).toEqual([])
  const person = { party: { ...fresh().owner, personId: 'next' }, isPresent: true }
  const decided = step(told, 'passOn', { personId: 'next', reason: '由您办' }, communityWorker, morning + 1, {
    hasOwnerLeft: true,
    person,
  })
  expect(decided).toMatchObject({ passes: 0, decisionDueAt: null, reminders: { told: [] } })
})

test('the instant a job looks for is always the first of what is not told, and never one that was', () => {
  const levels = ['amber', 'due', 'plusOne', 'plusThree'] as const
  fc.assert(
    fc.property(fc.subarray([...levels]), fc.integer({ min: 0, max: 20 * 1440 }), (told, minute) => {
      const issue = withTold(fresh(), told, defaultCalendar)
      const now = morning + minute * 60_000
      const due = dueAt(issue, now)
      expect(due.filter((level) => (told as readonly string[]).includes(level))).toEqual([])
      expect(due.length > 0).toBe(nextOf(issue) !== null && Date.parse(nextOf(issue)!) <= now)
    }),
  )
})
