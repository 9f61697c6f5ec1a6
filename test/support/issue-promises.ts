import type { IssueRules } from '@/shared/domain/issues/allowed-moves'
import type { Calendar } from '@/shared/domain/issues/calendar'
import { minutesLeft } from '@/shared/domain/issues/clock'
import { limitOf, nextLimitOf } from '@/shared/domain/issues/issue-limit'
import { issueRecord, type Issue } from '@/shared/domain/issues/issue'
import type { Limit } from '@/shared/domain/issues/limit'
import { isTerminal, moveOf } from '@/shared/domain/issues/moves'
import type { IssueState } from '@/shared/kernel/vocabulary'
import { dayMs } from '@/shared/kernel/time'
import { deadlineOf, Minutes } from './deadline-oracle'
import type { Attempt } from './issue-walk'

const standingOf = (issue: Issue): IssueState => issue.mergedInto?.from ?? issue.state
const left = (issue: Issue, now: number, calendar: Calendar) => minutesLeft(issue.clock, limitOf(issue), now, calendar)

const tables = new Map<string, Minutes>()
const minutesFor = ({ kind }: Limit, calendar: Calendar): Minutes => {
  const name = kind === 'clockHours' ? 'clock' : `${calendar.opensAtMinute}-${calendar.closesAtMinute}`
  const table = tables.get(name) ?? new Minutes(calendar, kind)
  tables.set(name, table)
  return table
}

/** Instants agree to the millisecond but for what several roundings add up to. */
const isSame = (instant: string, at: number): boolean => Math.abs(Date.parse(instant) - at) <= 20

const isDueWhenItShould = (issue: Issue, calendar: Calendar): boolean => {
  const limit = limitOf(issue)
  const { dueAt, amberAt, isPaused } = deadlineOf(issue, limit, minutesFor(limit, calendar))
  const hasEnded = issue.state === 'withdrawn'
  return (
    isSame(issue.clock.dueAt, dueAt) &&
    isSame(issue.clock.amberAt, amberAt) &&
    (hasEnded || (issue.clock.pausedAt !== null) === isPaused)
  )
}

/** Every step of a timeline stands in the table: it begins where the one before ended, in a state the move may begin in. */
const isLegal = ({ timeline, state }: Issue): boolean => {
  let at: IssueState | null = null
  for (const { kind, move, from, to } of timeline) {
    if (kind === 'reported') at = to
    if (kind !== 'move' || !move) continue
    const { from: begins, timerFrom = [] } = moveOf(move)
    if (from === null || from !== at || ![...begins, ...timerFrom].includes(from)) return false
    at = to
  }
  return at === state
}

const fixed = ['_id', 'code', 'classCode', 'text', 'reporterId', 'createdAt', 'isUnnamed', 'contact'] as const

export interface Taken extends Pick<Attempt, 'mover' | 'move'> {
  readonly before: Issue
  readonly after: Issue
  readonly now: number
}

/** What must hold of any issue and of any one step, by the rules of its community. */
export const promisesUnder = ({ calendar, settings }: IssueRules) => {
  const issuePromises: Record<string, (issue: Issue, now: number) => boolean> = {
    'has the shape that is stored': (issue) => issueRecord.safeParse(issue).success,
    'came here by legal steps only': isLegal,
    'is open until a terminal state': ({ isOpen, state }) => isOpen === !isTerminal(state),
    'has one named owner': ({ owner }) => owner.personId !== '' && owner.name !== '',
    'has exactly one lead': ({ leadId }) => leadId !== '',
    'has the limit of its community': (issue) =>
      JSON.stringify(limitOf(issue)) === JSON.stringify(nextLimitOf(issue, settings)),
    'is due when its minutes have run': (issue) => isDueWhenItShould(issue, calendar),
    'pauses only while suspended or returned': (issue) =>
      (issue.clock.pausedAt !== null) === ['suspended', 'returned'].includes(standingOf(issue)),
    'knows a day to come back only while suspended': (issue) =>
      (issue.clock.suspendedUntil !== null) === (standingOf(issue) === 'suspended'),
    'has a parent only while merged': ({ mergedInto, state }) => (mergedInto !== null) === (state === 'merged'),
    'warns after it starts and before it is due': ({ clock }) =>
      clock.startedAt < clock.amberAt && clock.amberAt <= clock.dueAt,
    'has never less than no time left': (issue, now) => left(issue, now, calendar) >= 0,
    'is closed at an instant': ({ closedAt, state }) => (closedAt !== null) === (state === 'closed'),
    'has result, sentence and fixer when verifying or closed, and only then': ({ state, result, sentence, fixerId }) =>
      [result, sentence, fixerId].every((fact) => (fact !== null) === (state === 'closed' || state === 'verifying')),
    'is supervised from the reopening that is one too many, and the last': ({ reopens, isSupervised }) =>
      isSupervised === reopens > settings.reopensMax && reopens <= settings.reopensMax + 1,
    'has a time to be sent on by while it waits at the desk': ({ state, decisionDueAt }) =>
      state !== 'reported' || decisionDueAt !== null,
    'is appealed once at most': ({ appeals }) => appeals <= 1,
    'is passed on as often as may be at most by owners': ({ passes }) => passes <= settings.passesMax,
  }

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
    'asks the reporter before anybody else says that it is solved': ({ before, mover, move, now }) => {
      if (move !== 'confirm' || typeof mover === 'string' || mover.personId === before.reporterId) return true
      const isNobodyToAsk = before.source === 'import' || before.fixerId === before.reporterId
      if (isNobodyToAsk || before.isSampled || before.recheckBy) return true
      const asked = Date.parse(before.submittedAt ?? '') + settings.verifyDays * dayMs
      return now >= (before.silentUntil ? Date.parse(before.silentUntil) : asked)
    },
    'is never made by somebody of another community': ({ before, mover }) =>
      typeof mover === 'string' || mover.communityId === before.communityId,
    'takes no time from a clock that stood still': ({ before, after, move, now }) =>
      !['resume', 'resubmit'].includes(move) ||
      Math.abs(left(after, now, calendar) - left(before, now, calendar)) < 0.001,
  }

  return { issuePromises, stepPromises }
}

/** The names of the promises that do not hold. */
export const broken = <Args extends unknown[]>(
  promises: Record<string, (...args: Args) => boolean>,
  ...args: Args
): string[] => Object.keys(promises).filter((name) => !promises[name]!(...args))
