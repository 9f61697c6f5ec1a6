import * as z from 'zod'
import { refuse, type Refusal } from '../../kernel/decision'
import { maskedName } from '../../kernel/masked-name'
import { addMonths, monthOf } from '../../kernel/months'
import {
  rankingPeriods,
  rankingShows,
  type RankingMeasure,
  type RankingPeriod,
  type RankingShows,
} from '../../kernel/ranking'
import { id, instant } from '../../kernel/shapes'
import { startOfDay, toInstant } from '../../kernel/time'

const said = z.object({ isListed: z.boolean(), shows: z.enum(rankingShows), at: instant })

/**
 * Whether somebody wants to be on the ranking (排行榜), and what they have said about it before (同意记录). Without one they do not: nobody
 * is listed who has not said so, and that they are of age.
 */
export const rankingChoiceRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  ...said.shape,
  /** Earlier answers, the last ones; each stood until the next. */
  before: z.array(said),
})
export type RankingChoice = z.infer<typeof rankingChoiceRecord>

/** Somebody on the ranking of one period: a month (2026-11) or a year (2026). Only of those who are listed is there one. */
export const rankRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  period: z.string(),
  shownAs: z.string(),
  minutes: z.int().min(0),
  halfPoints: z.int().min(0),
})
export type Rank = z.infer<typeof rankRecord>

/** Answers of which the record is kept. */
const beforeMax = 20
/** So many are shown; whoever comes later reads their own place. */
export const shownMax = 20
/** Places are counted up to here. */
export const placeMax = 1000

/** What a person answers now. */
export const chosen = (
  known: RankingChoice | null,
  { _id, communityId, personId }: Pick<RankingChoice, '_id' | 'communityId' | 'personId'>,
  { isListed, shows, isAdult }: { isListed: boolean; shows: RankingShows; isAdult: boolean },
  now: number,
): RankingChoice | Refusal<'ADULTS_ONLY'> => {
  if (isListed && !isAdult) return refuse('ADULTS_ONLY')
  const before = known ? [...known.before, { isListed: known.isListed, shows: known.shows, at: known.at }] : []
  return { _id, communityId, personId, isListed, shows, at: toInstant(now), before: before.slice(-beforeMax) }
}

export const shownName = (name: string, shows: RankingShows): string => (shows === 'name' ? name : maskedName(name))

/** A period as it is kept, and the instants it lies between. */
export const periodOf = (period: RankingPeriod, now: number): { key: string; atLeast: string; before: string } => {
  const month = monthOf(now)
  const begins = (of: string): string => toInstant(startOfDay(`${of}-01`))
  const between = (from: string, to: string) => ({ atLeast: begins(from), before: begins(to) })
  const year = month.slice(0, 4)
  if (period === 'year') return { key: year, ...between(`${year}-01`, `${Number(year) + 1}-01`) }
  const of = period === 'month' ? month : addMonths(month, -1)
  return { key: of, ...between(of, addMonths(of, 1)) }
}

/** The periods there are rankings of now. */
export const periodsOf = (now: number) => rankingPeriods.map((period) => periodOf(period, now))

/** The field people are ranked by. */
export const fieldOf = (by: RankingMeasure): 'minutes' | 'halfPoints' => (by === 'hours' ? 'minutes' : 'halfPoints')

/** The places of rows in their order, the most first: equal ones share the first of theirs. */
export const placesOf = (values: readonly number[]): number[] => values.map((value) => values.indexOf(value) + 1)
