import fc from 'fast-check'
import { figuresOf } from '@/shared/domain/insight/figures'
import {
  added,
  changesBetween,
  countNames,
  noCounts,
  tallyOf,
  type Rate,
  type Tally,
} from '@/shared/domain/insight/tally'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import type { Issue, IssueEntry } from '@/shared/domain/issues/issue'
import { monthsBetween } from '@/shared/kernel/months'
import { percentWords, shareWords } from '@/shared/kernel/percent'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import { issueStates } from '@/shared/kernel/vocabulary'
import { issueIn, morning, owner, reporter } from '../issues/people'

const at = (now: number): string => toInstant(now)
const entry = (changes: Partial<IssueEntry>): IssueEntry => ({
  at: at(morning),
  kind: 'move',
  move: 'start',
  from: null,
  to: null,
  actor: { personId: owner.personId, name: owner.name, role: 'gridWorker' },
  text: null,
  fileIds: [],
  ...changes,
})
const withEntries = (issue: Issue, ...entries: Partial<IssueEntry>[]): Issue => ({
  ...issue,
  timeline: [...issue.timeline, ...entries.map(entry)],
})
const cellsOf = (issue: Issue, now: number) =>
  Object.fromEntries(tallyOf(issue, now, defaultCalendar).cells.map(({ month, counts }) => [month, counts]))

test('a report counts as due once it is answered, or two working hours later; by month of the report', () => {
  const fresh = issueIn('dispatched')
  expect(cellsOf(fresh, morning + 120 * minuteMs - 1)).toEqual({})
  expect(tallyOf(fresh, morning, defaultCalendar).nextAt).toBe(at(morning + 120 * minuteMs))
  expect(cellsOf(fresh, morning + 120 * minuteMs)).toEqual({ '2026-11': { due: 1 } })
  const soon = withEntries(fresh, { at: at(morning + 120 * minuteMs) })
  expect(cellsOf(soon, morning + dayMs)).toEqual({ '2026-11': { due: 1, responded: 1, inTime: 1 } })
  const late = withEntries(fresh, { at: at(morning + 120 * minuteMs + 1) })
  expect(cellsOf(late, morning + dayMs)).toEqual({ '2026-11': { due: 1, responded: 1 } })
})

test('the reporter’s own steps and the router’s are no answer; what was withdrawn before one was due to nobody', () => {
  const own = { actor: { personId: reporter.personId, name: reporter.name, role: null } }
  expect(cellsOf(withEntries(issueIn('dispatched'), own, { actor: null }), morning + dayMs)).toEqual({
    '2026-11': { due: 1 },
  })
  expect(cellsOf(issueIn('withdrawn'), morning + dayMs)).toEqual({})
})

test('closing counts in the month it was closed, by result; “partly” is not “resolved”, and silence is not consent', () => {
  const closedAt = at(Date.parse('2026-12-02T02:00:00.000Z'))
  const own = { personId: reporter.personId, name: reporter.name, role: null }
  const closed = withEntries(issueIn('closed', { closedAt, result: 'partly' }), { move: 'confirm', actor: own })
  expect(cellsOf(closed, morning + 10 * dayMs)['2026-12']).toEqual({ closed: 1, partly: 1, confirmed: 1 })
  const silent = withEntries(issueIn('closed', { closedAt }), { move: 'confirm' })
  expect(cellsOf(silent, morning + 10 * dayMs)['2026-12']).toEqual({ closed: 1, resolved: 1 })
  expect(cellsOf({ ...silent, state: 'handling', closedAt: null }, morning + 10 * dayMs)['2026-12']).toBeUndefined()
})

test('stars one by one, the second question only once it was asked, and what was drawn', () => {
  const rating = { stars: 4, tags: [], text: null, at: at(morning) }
  const followUp = { answer: 'brokeAgain' as const, at: at(morning + 28 * dayMs) }
  const spot = withEntries(issueIn('closed', { rating, followUp }), { move: 'solveOnSpot', to: 'verifying' })
  expect(cellsOf(spot, morning + 28 * dayMs - 1)['2026-11']).toMatchObject({
    rated: 1,
    satisfied: 1,
    stars4: 1,
    spot: 1,
    drawn: 1,
  })
  expect(cellsOf(spot, morning + 28 * dayMs - 1)['2026-11']).not.toHaveProperty('asked')
  expect(cellsOf(spot, morning + 28 * dayMs)['2026-11']).toMatchObject({ asked: 1, brokeAgain: 1 })
})

/** The sums as they stand when every tally is added up from nothing. */
const recounted = (tallies: readonly Tally[]): Map<string, Rate> => {
  const rates = new Map<string, Rate>()
  for (const tally of tallies)
    for (const change of changesBetween(null, tally))
      rates.set(change._id, added(rates.get(change._id) ?? null, change))
  return rates
}

const someIssue = fc.record({
  id: fc.integer({ min: 0, max: 5 }),
  state: fc.constantFrom(...issueStates),
  gridId: fc.constantFrom('g-6', 'g-7', null),
  createdDay: fc.integer({ min: 0, max: 60 }),
  closedDay: fc.integer({ min: 0, max: 90 }),
  stars: fc.option(fc.integer({ min: 1, max: 5 })),
  answer: fc.option(fc.constantFrom('lasting' as const, 'brokeAgain' as const)),
  isAnswered: fc.boolean(),
  isDrawn: fc.boolean(),
  nowDay: fc.integer({ min: 0, max: 150 }),
})

test('sums kept change by change equal a recount from the records, after any history counted in any order, twice or late', () => {
  fc.assert(
    fc.property(fc.array(someIssue, { maxLength: 40 }), (history) => {
      const tallies = new Map<string, Tally>()
      const rates = new Map<string, Rate>()
      for (const step of history) {
        const base = issueIn(step.state, {
          _id: `i-${step.id}`,
          gridId: step.gridId,
          createdAt: at(morning + step.createdDay * dayMs),
          closedAt: step.state === 'closed' ? at(morning + step.closedDay * dayMs) : null,
          rating: step.stars ? { stars: step.stars, tags: [], text: null, at: at(morning) } : null,
          followUp: step.answer ? { answer: step.answer, at: at(morning) } : null,
        })
        const issue = step.isAnswered
          ? withEntries(base, { move: 'solveOnSpot', to: step.isDrawn ? 'verifying' : 'closed' })
          : base
        const after = tallyOf(issue, morning + step.nowDay * dayMs, defaultCalendar)
        for (const before of [tallies.get(after._id) ?? null, after])
          for (const change of changesBetween(before, after))
            rates.set(change._id, added(rates.get(change._id) ?? null, change))
        tallies.set(after._id, after)
      }
      const whole = recounted([...tallies.values()])
      for (const id of new Set([...rates.keys(), ...whole.keys()]))
        expect([id, rates.get(id)?.counts ?? noCounts]).toEqual([id, whole.get(id)?.counts ?? noCounts])
      for (const { counts } of rates.values())
        for (const name of countNames) expect(counts[name]).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 200 },
  )
})

test('a rate is an exact fraction with its silent ones; a percentage is made for display only, and not of fewer than five', () => {
  const figures = figuresOf({ ...noCounts, closed: 702, resolved: 683, confirmed: 600, rated: 4, satisfied: 4 })
  expect(figures.resolution).toEqual({ numerator: 683, denominator: 702, unanswered: 102, of: 702 })
  expect(figures.satisfaction).toEqual({ numerator: 4, denominator: 4, unanswered: 698, of: 702 })
  expect([percentWords(683, 702), percentWords(4, 4), percentWords(5, 5), percentWords(1, 2000)]).toEqual([
    '97.3%',
    '样本太少',
    '100.0%',
    '0.1%',
  ])
})

test('a share within a sentence is left out of too few', () => {
  expect([shareWords(2, 8), shareWords(0, 4)]).toEqual(['，占 8 件的 25.0%', ''])
})

test('months run from one to another over the turn of a year, and are cut after 25', () => {
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsBetween('2027-02', '2026-11')).toEqual([])
  expect(monthsBetween('2020-01', '2030-01')).toHaveLength(25)
})
