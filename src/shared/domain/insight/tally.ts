import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'
import { monthOf } from '../../kernel/months'
import { toInstant } from '../../kernel/time'
import type { Calendar } from '../issues/calendar'
import { followUpAt } from '../issues/follow-up'
import type { Issue, IssueEntry } from '../issues/issue'
import { defaultIssueSettings } from '../issues/settings'
import { addWorkingMinutes } from '../issues/working-time'

/**
 * What is counted. `due`: reports that had to be answered by now; `responded`: answered, `inTime` within the limit; `closed` by their
 * `resolved` and `partly` results, `confirmed` by the reporter; `rated`, `satisfied` with four stars or more, and every number of stars;
 * `asked` after four weeks, `lasting` and `brokeAgain`; `spot`: fixed on the spot, `drawn` of these for a check.
 */
export const countNames = [
  'due',
  'responded',
  'inTime',
  'closed',
  'resolved',
  'partly',
  'confirmed',
  'rated',
  'satisfied',
  'stars1',
  'stars2',
  'stars3',
  'stars4',
  'stars5',
  'asked',
  'lasting',
  'brokeAgain',
  'spot',
  'drawn',
] as const
export type CountName = (typeof countNames)[number]
export type Counts = Record<CountName, number>

export const noCounts = Object.fromEntries(countNames.map((name) => [name, 0])) as Counts
export const countsShape = z.record(z.enum(countNames), z.number().int())

/** What one issue adds to the counts of each month, as it was last counted; what the sums are made of and checked by. */
export const tallyRecord = z.object({
  _id: id,
  communityId: id,
  code: z.string(),
  classCode: z.string(),
  gridId: id.nullable(),
  /** `updatedAt` of the issue as it was counted. */
  countedAt: instant,
  cells: z.array(z.object({ month: z.string(), counts: z.partialRecord(z.enum(countNames), z.number().int()) })),
  /** When time alone changes it again: an answer falls due, or the second question. */
  nextAt: instant.nullable(),
  /** When its fix on the spot was drawn for a check; null for all others. */
  drawnAt: instant.nullable(),
})
export type Tally = z.infer<typeof tallyRecord>

/** The sums of one grid, class and month. */
export const rateRecord = z.object({
  _id: id,
  communityId: id,
  gridId: id.nullable(),
  classCode: z.string(),
  month: z.string(),
  counts: countsShape,
})
export type Rate = z.infer<typeof rateRecord>

type Some = Partial<Counts>

/** Somebody in a post did something about it: took it up, passed it on, answered it. */
const isAnswer = ({ kind, actor }: IssueEntry): boolean =>
  ['move', 'progress', 'joint'].includes(kind) && actor !== null && actor.role !== null

const responseOf = (issue: Issue, now: number, calendar: Calendar): { counts: Some; nextAt: number | null } => {
  const { acceptBy, createdAt } = issue
  const limit = acceptBy
    ? Date.parse(acceptBy)
    : addWorkingMinutes(calendar, createdAt, defaultIssueSettings.acceptHours * 60)
  const answer = issue.timeline.slice(1).find(isAnswer)
  if (answer) return { counts: { due: 1, responded: 1, inTime: Date.parse(answer.at) <= limit ? 1 : 0 }, nextAt: null }
  if (issue.state === 'withdrawn') return { counts: {}, nextAt: null }
  return now >= limit ? { counts: { due: 1 }, nextAt: null } : { counts: {}, nextAt: limit }
}

const isConfirmedByReporter = ({ timeline, reporterId }: Issue): boolean => {
  const last = timeline.filter(({ kind }) => kind === 'move').at(-1)
  return last?.move === 'confirm' && last.actor?.personId === reporterId
}

const outcomeOf = (issue: Issue, closedAt: string, now: number): { counts: Some; nextAt: number | null } => {
  const { result, rating, followUp } = issue
  const isAsked = now >= followUpAt(closedAt)
  return {
    counts: {
      closed: 1,
      resolved: result === 'resolved' ? 1 : 0,
      partly: result === 'partly' ? 1 : 0,
      confirmed: isConfirmedByReporter(issue) ? 1 : 0,
      ...(rating ? { rated: 1, satisfied: rating.stars >= 4 ? 1 : 0, [`stars${rating.stars}` as CountName]: 1 } : {}),
      ...(isAsked ? { asked: 1 } : {}),
      ...(isAsked && followUp ? { [followUp.answer]: 1 } : {}),
    },
    nextAt: isAsked ? null : followUpAt(closedAt),
  }
}

/** What one issue adds to the counts at a moment; from its record alone, so that anybody can count again. */
export const tallyOf = (issue: Issue, now: number, calendar: Calendar): Tally => {
  const cells = new Map<string, Some>()
  const add = (month: string, counts: Some) => {
    const filled = Object.entries(counts).filter(([, count]) => count !== 0)
    if (filled.length > 0) cells.set(month, { ...cells.get(month), ...Object.fromEntries(filled) })
  }
  const response = responseOf(issue, now, calendar)
  add(monthOf(issue.createdAt), response.counts)
  const outcome = issue.state === 'closed' && issue.closedAt !== null ? outcomeOf(issue, issue.closedAt, now) : null
  if (outcome && issue.closedAt) add(monthOf(issue.closedAt), outcome.counts)
  const fix = issue.timeline.filter(({ move }) => move === 'solveOnSpot').at(-1)
  const isDrawn = fix?.to === 'verifying'
  if (fix) add(monthOf(fix.at), { spot: 1, drawn: isDrawn ? 1 : 0 })
  const next = [response.nextAt, outcome?.nextAt ?? null].filter((at) => at !== null)
  return {
    _id: issue._id,
    communityId: issue.communityId,
    code: issue.code,
    classCode: issue.classCode,
    gridId: issue.gridId,
    countedAt: issue.updatedAt,
    cells: [...cells].map(([month, counts]) => ({ month, counts })),
    nextAt: next.length > 0 ? toInstant(Math.min(...next)) : null,
    drawnAt: isDrawn ? fix.at : null,
  }
}

/** An empty sum for one grid, class and month. */
const emptyRate = ({ communityId, gridId, classCode }: Tally, month: string): Rate => ({
  _id: `rate:${communityId}:${gridId ?? 'none'}:${classCode}:${month}`,
  communityId,
  gridId,
  classCode,
  month,
  counts: { ...noCounts },
})

/**
 * What a change of one issue changes in the sums, each as an otherwise empty sum to be added; nothing where nothing changed. So counting
 * an issue twice adds nothing the second time, and an issue that moves to another grid leaves the one before.
 */
export const changesBetween = (before: Tally | null, after: Tally): Rate[] => {
  const changes = new Map<string, Rate>()
  const apply = (tally: Tally, sign: 1 | -1) => {
    for (const { month, counts } of tally.cells) {
      const empty = emptyRate(tally, month)
      const rate = changes.get(empty._id) ?? empty
      for (const name of countNames) rate.counts[name] += sign * (counts[name] ?? 0)
      changes.set(rate._id, rate)
    }
  }
  if (before) apply(before, -1)
  apply(after, 1)
  return [...changes.values()].filter(({ counts }) => countNames.some((name) => counts[name] !== 0))
}

/** One sum with another added to it. */
export const added = (rate: Rate | null, change: Rate): Rate => ({
  ...change,
  counts: Object.fromEntries(
    countNames.map((name) => [name, (rate?.counts[name] ?? 0) + change.counts[name]]),
  ) as Counts,
})
