import * as z from 'zod'
import { answers, type AnswerCode } from '../../kernel/consents'
import { day, id } from '../../kernel/shapes'
import type { DayChange } from './count'
import type { ConsentHousehold } from './household'
import type { Base } from './panel'

const counts = z.strictObject({ agree: z.int(), disagree: z.int(), abstain: z.int() })
const base = z.strictObject({ all: z.int(), participating: z.int(), agree: z.int() })

/**
 * The sums of one building, or of small ones counted together, written with every change in it and summed over all; recomputable from the households. The curve is
 * kept as what each day changed.
 */
export const consentTallyRecord = z.strictObject({
  _id: id,
  communityId: id,
  consentId: id,
  blockId: id,
  name: z.string(),
  order: z.int(),
  households: z.int(),
  vacant: z.int(),
  counts,
  contacted: z.int(),
  unreachable: z.int(),
  conflicts: z.int(),
  /** In square centimetres. */
  area: base,
  /** Units that are a head of their own; groups are counted over the whole consent. */
  singles: base,
  days: z.record(day, counts.partial()),
})
export type ConsentTally = z.infer<typeof consentTallyRecord>

export const tallyIdOf = (consentId: string, blockId: string): string => `${consentId}:${blockId}`

/** The part of a household that sums are made of. */
type Standing = Pick<
  ConsentHousehold,
  'status' | 'isAnswered' | 'isInConflict' | 'areaSquareCentimeters' | 'headKey' | 'isVacant'
>

const isAnswer = (status: Standing['status']): status is AnswerCode => answers.some((answer) => answer === status)

const added = (to: Base, weight: number, { status, isAnswered }: Standing, sign: 1 | -1): Base => ({
  ...to,
  participating: to.participating + (isAnswered ? sign * weight : 0),
  agree: to.agree + (status === 'agree' ? sign * weight : 0),
})

const with_ = (tally: ConsentTally, one: Standing, sign: 1 | -1): ConsentTally => ({
  ...tally,
  counts: isAnswer(one.status) ? { ...tally.counts, [one.status]: tally.counts[one.status] + sign } : tally.counts,
  contacted: tally.contacted + (one.status === 'contacted' ? sign : 0),
  unreachable: tally.unreachable + (one.status === 'unreachable' ? sign : 0),
  conflicts: tally.conflicts + (one.isInConflict ? sign : 0),
  area: added(tally.area, one.areaSquareCentimeters, one, sign),
  singles: one.headKey === '' ? added(tally.singles, 1, one, sign) : tally.singles,
})

const dayAfter = (change: DayChange, status: Standing['status'], by: 1 | -1): DayChange =>
  isAnswer(status) ? { ...change, [status]: (change[status] ?? 0) + by } : change

/** The sums of a building after one of its households has changed on a day. */
export const tallyAfter = (tally: ConsentTally, before: Standing, after: Standing, on: string): ConsentTally => {
  const moved = with_(with_(tally, before, -1), after, 1)
  if (before.status === after.status) return moved
  const change = dayAfter(dayAfter(tally.days[on] ?? {}, before.status, -1), after.status, 1)
  return Object.keys(change).length > 0 ? { ...moved, days: { ...tally.days, [on]: change } } : moved
}

/** The sums of a building nobody has answered in. */
export const emptyTally = (
  of: Pick<ConsentTally, 'communityId' | 'consentId' | 'blockId' | 'name' | 'order'>,
  households: readonly Standing[],
): ConsentTally => {
  const single = households.filter(({ headKey }) => headKey === '').length
  const area = households.reduce((sum, one) => sum + one.areaSquareCentimeters, 0)
  return {
    _id: tallyIdOf(of.consentId, of.blockId),
    ...of,
    households: households.length,
    vacant: households.filter(({ isVacant }) => isVacant).length,
    counts: { agree: 0, disagree: 0, abstain: 0 },
    contacted: 0,
    unreachable: 0,
    conflicts: 0,
    area: { all: area, participating: 0, agree: 0 },
    singles: { all: single, participating: 0, agree: 0 },
    days: {},
  }
}

/** Sums over buildings in one of the two bases. */
export const baseOf = (tallies: readonly ConsentTally[], which: 'area' | 'singles'): Base =>
  tallies.reduce<Base>(
    (sum, tally) => ({
      all: sum.all + tally[which].all,
      participating: sum.participating + tally[which].participating,
      agree: sum.agree + tally[which].agree,
    }),
    { all: 0, participating: 0, agree: 0 },
  )
