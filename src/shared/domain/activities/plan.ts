import { refuse, type Refusal } from '../../kernel/decision'
import { addDays, dayMs, dayOf, daysBetween, minuteMs, startOfDay, toInstant, weekdayOf } from '../../kernel/time'
import { daysAhead, keptOf, rulesOf } from './activity-rules'
import { pointsFor } from './counted'
import type { BankSettings } from '../lovebank/settings'
import type { Activity, IssuerYear, Session, SessionRule } from './records'
import type { ActivitySettings } from './settings'

/** One time a rule names: the day, which of the day's it is, and when it starts and ends. */
export interface Occurrence {
  readonly day: string
  readonly slot: number
  readonly startsAt: string
  readonly endsAt: string
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The times of a rule on the days from one to another, both included, in their order. */
export const occurrences = (
  { weekdays, times, minutes, from, to }: SessionRule,
  first: string,
  last: string,
): Occurrence[] => {
  const [start, end] = [first > from ? first : from, last < to ? last : to]
  const days = Array.from({ length: Math.max(0, daysBetween(start, end) + 1) }, (_, at) => addDays(start, at))
  return days
    .filter((day) => weekdays.includes(weekdayOf(day)))
    .flatMap((day) =>
      [...times].sort().map((time, slot) => {
        const startsAt = startOfDay(day) + minutesOf(time) * minuteMs
        return { day, slot, startsAt: toInstant(startsAt), endsAt: toInstant(startsAt + minutes * minuteMs) }
      }),
    )
}

/** Whether a rule can be kept: within a year, within the day, without one session running into the next, and with a day at all. */
export const isRuleFit = (rule: SessionRule, today: string): boolean => {
  const starts = [...rule.times].sort().map(minutesOf)
  const isApart = starts.every((start, at) => start + rule.minutes <= (starts[at + 1] ?? 24 * 60))
  const { from, to } = rule
  return (
    isApart && from >= today && to >= from && daysBetween(from, to) <= 366 && occurrences(rule, from, to).length > 0
  )
}

/** The last day for which there are sessions on a day: two weeks ahead, or the first day of a rule that begins later. */
const horizonOf = ({ from }: SessionRule, today: string): string => {
  const ahead = addDays(today, daysAhead)
  return from > ahead ? from : ahead
}

/** The times for which an activity has no sessions yet and should; only those still ahead. */
export const missingOf = (
  { rule, madeThrough, state }: Activity,
  now: number,
): { due: Occurrence[]; through: string } => {
  const today = dayOf(now)
  const through = horizonOf(rule, today)
  const first = madeThrough && madeThrough >= today ? addDays(madeThrough, 1) : today
  const due = state === 'open' ? occurrences(rule, first, through) : []
  return { due: due.filter(({ startsAt }) => Date.parse(startsAt) > now), through }
}

/** The most one seat of a session can earn, in half points. */
export const mostOf = (session: Pick<Session, 'startsAt' | 'endsAt' | 'halfPointsPerHour' | 'rules'>): number => {
  const { startsAt, endsAt, halfPointsPerHour } = session
  const rules = rulesOf(session)
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / minuteMs
  return pointsFor(Math.min(minutes, rules.sessionHoursMax * 60), halfPointsPerHour, rules)
}

/** The day before; for what was made less than two days ahead, half way, so that people have had time to sign up. */
const remindAt = (startsAt: number, now: number): number => Math.max(startsAt - dayMs, now + (startsAt - now) / 2)

/** A session of an activity at one of its times, by the settings of the day it is made on. */
export const newSession = (
  activity: Activity,
  { startsAt, endsAt }: Occurrence,
  {
    _id,
    secret,
    settings,
    now,
  }: { _id: string; secret: string; settings: BankSettings & ActivitySettings; now: number },
): Session => {
  const { communityId, theme, title, place, capacity, headCountMin, halfPointsPerHour, coverFileId, leaderId } =
    activity
  const rules = keptOf(settings)
  return {
    _id,
    communityId,
    activityId: activity._id,
    theme,
    title,
    place,
    day: dayOf(startsAt),
    startsAt,
    endsAt,
    capacity,
    headCountMin,
    halfPointsPerHour,
    coverFileId,
    leaderId,
    secret,
    tickets: 0,
    state: 'open',
    cancelledFor: null,
    isReasonPublic: true,
    isMissed: false,
    rules,
    reserved: capacity * mostOf({ startsAt, endsAt, halfPointsPerHour, rules }),
    nextStep: 'remind',
    nextAt: toInstant(remindAt(Date.parse(startsAt), now)),
    createdAt: toInstant(now),
  }
}

/** The id of the year that pays for what happens on a day. */
export const issuerYearIdOf = (communityId: string, startsAt: string): string =>
  `issuer-${communityId}-${dayOf(startsAt).slice(0, 4)}`

export const newIssuerYear = (
  communityId: string,
  startsAt: string,
  { yearHalfPoints }: Pick<BankSettings, 'yearHalfPoints'>,
): IssuerYear => ({
  _id: issuerYearIdOf(communityId, startsAt),
  communityId,
  year: Number(dayOf(startsAt).slice(0, 4)),
  budget: yearHalfPoints,
  reserved: 0,
  awarded: 0,
})

/** Sets aside what a session can earn at most; refused where the year has not enough left. */
export const reserve = (year: IssuerYear, halfPoints: number): IssuerYear | Refusal<'BUDGET_SPENT'> =>
  year.reserved + year.awarded + halfPoints > year.budget
    ? refuse('BUDGET_SPENT')
    : { ...year, reserved: year.reserved + halfPoints }

/** Returns what was set aside, less what was given away. */
export const giveBack = (
  year: IssuerYear,
  { reserved, awarded }: { reserved: number; awarded: number },
): IssuerYear => ({
  ...year,
  reserved: Math.max(0, year.reserved - reserved),
  awarded: year.awarded + awarded,
})
