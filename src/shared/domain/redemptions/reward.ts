import * as z from 'zod'
import { rewardLimit } from '../../contracts/redemptions/shapes'
import { refuse, type Refusal } from '../../kernel/decision'
import { fileId, id, instant } from '../../kernel/shapes'
import type { RedeemRules } from './redeem-rules'

/** A reward (兑换品): what it costs and how many there are. The one document that all who want it write. */
export const rewardRecord = z.strictObject({
  _id: id,
  communityId: id,
  centreId: id,
  name: z.string(),
  words: z.string(),
  /** Half points. */
  price: z.int().min(1),
  fileIds: z.array(fileId),
  limit: rewardLimit.nullable(),
  isOffered: z.boolean(),
  /** How many can still be had. */
  stock: z.int().min(0),
  /** Set aside and still on the shelf; with the stock, what a clerk counts there. */
  held: z.int().min(0),
  /** What there was after the last count, which a tenth is a tenth of. */
  fullStock: z.int().min(0),
  /** Whether somebody has been told that it runs low, so that they are told once. */
  isWarned: z.boolean(),
  createdAt: instant,
})
export type Reward = z.infer<typeof rewardRecord>
export type RewardLimit = z.infer<typeof rewardLimit>

/** One count of the shelf (盘点), or goods that came back: what stood on it before and after, who says so and why. */
export const stockCountRecord = z.strictObject({
  _id: id,
  communityId: id,
  rewardId: id,
  before: z.int().min(0),
  after: z.int().min(0),
  reason: z.string(),
  byId: id,
  byName: z.string(),
  at: instant,
})
export type StockCount = z.infer<typeof stockCountRecord>

/** What stands on the shelf. */
export const shelfOf = ({ stock, held }: Pick<Reward, 'stock' | 'held'>): number => stock + held

/** Less than the share the rules give is left. */
export const isLow = (
  { stock, fullStock }: Pick<Reward, 'stock' | 'fullStock'>,
  { lowPercent }: RedeemRules,
): boolean => stock * 100 < fullStock * lowPercent

/** The reward after one was set aside, and whether somebody has to be told that it runs low: once, until it is filled up. */
export const oneHeld = (reward: Reward, rules: RedeemRules): { reward: Reward; isNewlyLow: boolean } => {
  const next = { ...reward, stock: reward.stock - 1, held: reward.held + 1 }
  const isNewlyLow = !reward.isWarned && isLow(next, rules)
  return { reward: isNewlyLow ? { ...next, isWarned: true } : next, isNewlyLow }
}

/** The reward after what was set aside is free again. */
export const oneReleased = (reward: Reward): Reward => ({
  ...reward,
  stock: reward.stock + 1,
  held: reward.held - 1,
})

/** The reward after what was set aside went over the counter. */
export const oneCaptured = (reward: Reward): Reward => ({ ...reward, held: reward.held - 1 })

/** The reward after something came back over the counter. */
export const oneReturned = (reward: Reward): Reward => ({ ...reward, stock: reward.stock + 1 })

/** The reward after a count of what stands on the shelf; what is set aside stays so. One that leaves too little is to be told of, like the last redemption before it. */
export const counted = (reward: Reward, onShelf: number, rules: RedeemRules): Reward | Refusal<'STOCK_BELOW_HELD'> => {
  if (onShelf < reward.held) return refuse('STOCK_BELOW_HELD')
  const stock = onShelf - reward.held
  // A count that only finds some missing does not make a tenth of less.
  const fullStock = stock > reward.stock ? stock : reward.fullStock
  const next = { ...reward, stock, fullStock }
  return { ...next, isWarned: isLow(next, rules) }
}
