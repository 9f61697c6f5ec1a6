import { refuse, type Refusal } from '../../kernel/decision'
import { minuteMs } from '../../kernel/time'
import { issueClasses } from './classes'

/** How much one person may report of what can wait; far above what anybody has ever had to say in good faith. */
export const reportsMax = { perTenMinutes: 20, perDay: 60 }

const windowMs = 10 * minuteMs

/**
 * Whether somebody may enter one more report for others: as many as they might make of their own, counted apart from those and from
 * the residents'. `entered`: what they have entered in the last 24 hours.
 */
export const canEnterMore = (entered: readonly { readonly createdAt: string }[], now: number): boolean =>
  entered.length < reportsMax.perDay &&
  entered.filter(({ createdAt }) => Date.parse(createdAt) > now - windowMs).length < reportsMax.perTenMinutes

/**
 * What is taken however often it is said: classes whose limit runs by the clock, night and holidays included, and those for which the
 * form itself names 110, 119 or 120 first (a smell of gas, a stuck lift, a live wire, a bite, violence, somebody who collapsed).
 */
export const urgentCodes: readonly string[] = issueClasses
  .filter(({ limit, emergency }) => limit.kind === 'clockHours' || emergency !== null)
  .map(({ code }) => code)

/** A report of today, as far as the limit is concerned. */
export interface Counted {
  readonly _id: string
  readonly createdAt: string
}

/**
 * The places of the day that one more ordinary report may take, by id, or a refusal when there have been too many. A day has as many
 * places as reports may be made; the free ones lowest down are offered, no more of them than may still come within ten minutes.
 * The place is the issue's id, so that of two reports at once only one can have it; so the limit holds however many come at once.
 * `today`: the ordinary reports of this day, wherever they stand.
 */
export const freePlaces = (
  today: readonly Counted[],
  now: number,
  idOf: (place: number) => string,
): readonly string[] | Refusal<'ISSUE_REPORTED_TOO_OFTEN'> => {
  const lately = today.filter(({ createdAt }) => Date.parse(createdAt) > now - windowMs).length
  const taken = new Set(today.map(({ _id }) => _id))
  const free = Array.from({ length: reportsMax.perDay }, (_, place) => idOf(place))
    .filter((id) => !taken.has(id))
    .slice(0, Math.max(0, Math.min(reportsMax.perTenMinutes - lately, reportsMax.perDay - today.length)))
  return free.length > 0 ? free : refuse('ISSUE_REPORTED_TOO_OFTEN')
}
