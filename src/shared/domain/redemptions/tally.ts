import * as z from 'zod'
import { id } from '../../kernel/shapes'
import { dayOf } from '../../kernel/time'
import type { RewardLimit } from './reward'

/** How many of one reward somebody has had or set aside, from whichever account; it keeps two at once from passing a limit. */
export const rewardTallyRecord = z.strictObject({
  _id: id,
  communityId: id,
  rewardId: id,
  personId: id,
  /** The month of the last one, YYYY-MM, and how many in it. */
  month: z.string(),
  inMonth: z.int().min(0),
  ever: z.int().min(0),
})
export type RewardTally = z.infer<typeof rewardTallyRecord>

export const tallyIdOf = (rewardId: string, personId: string): string => `tally:${rewardId}:${personId}`

export const monthOf = (at: number | string): string => dayOf(at).slice(0, 7)

/** How many more the limit leaves; null without one. */
export const limitLeft = (
  limit: RewardLimit | null,
  tally: Pick<RewardTally, 'month' | 'inMonth' | 'ever'> | null,
  month: string,
): number | null => {
  if (!limit) return null
  const had = limit.per === 'ever' ? (tally?.ever ?? 0) : tally?.month === month ? tally.inMonth : 0
  return Math.max(0, limit.count - had)
}

/** The tally after one more in a month. */
export const oneMore = (tally: RewardTally, month: string): RewardTally => ({
  ...tally,
  month,
  inMonth: tally.month === month ? tally.inMonth + 1 : 1,
  ever: tally.ever + 1,
})

/** The tally after one of a month was given back. */
export const oneLess = (tally: RewardTally, month: string): RewardTally => ({
  ...tally,
  inMonth: tally.month === month ? Math.max(0, tally.inMonth - 1) : tally.inMonth,
  ever: Math.max(0, tally.ever - 1),
})
