import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { reverse } from '@/shared/domain/lovebank/entries'
import { redeemRules } from '@/shared/domain/redemptions/redeem-rules'
import {
  captureIdOf,
  decideCapture,
  decideRedeem,
  decideRelease,
  isDue,
  released,
  type Redemption,
} from '@/shared/domain/redemptions/redemption'
import {
  counted,
  oneCaptured,
  oneReleased,
  oneReturned,
  shelfOf,
  type Reward,
} from '@/shared/domain/redemptions/reward'
import { monthOf, oneLess, tallyIdOf } from '@/shared/domain/redemptions/tally'
import { isRefusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { ruled } from '../history/stage'
import type { ActOf } from './acts'
import type { Town } from './town'

const putReward = (town: Town, reward: Reward): void => void town.rewards.set(reward._id, reward)

const noteOf = (what: string, { _id, rewardName }: Redemption, actorId: string, reason: string | null) => ({
  actorId,
  title: `${what}：${rewardName}`,
  reason,
  subjectId: _id,
})

/** Sets a reward aside; false where the rules would not have it. */
export const redeem = (town: Town, { who, payer, rewardId, n, at }: ActOf<'redeem'>): boolean => {
  const reward = town.rewards.get(rewardId)!
  const ownerId = payer === 'person' ? who : town.stage.actor(who).householdId!
  const account = town.books.accountOf(payer, ownerId, at)
  const tally = town.tallies.get(tallyIdOf(rewardId, who)) ?? null
  const asked = { id: `redemption-year-${n}`, payer, ownerId, personId: who, price: reward.price, now: at }
  const held = decideRedeem({ reward, account, tally }, asked, redeemRules)
  if (isRefusal(held)) return false
  town.books.post(payer, ownerId, held.draft, noteOf('兑换', held.redemption, who, null))
  putReward(town, held.reward)
  town.tallies.set(held.tally._id, held.tally)
  town.redemptions.set(n, held.redemption)
  return true
}

export const capture = (town: Town, { by, n, at }: ActOf<'capture'>): void => {
  const redemption = town.redemptions.get(n)!
  const { payer, ownerId, rewardId } = redemption
  const clerk = { personId: by, name: town.stage.actor(by).name }
  const captured = ruled(decideCapture(town.books.accountOf(payer, ownerId, at), redemption, clerk, at))
  town.books.post(payer, ownerId, captured.draft, noteOf('领取', redemption, by, null))
  putReward(town, oneCaptured(town.rewards.get(rewardId)!))
  town.redemptions.set(n, captured.redemption)
}

const oneFewer = (town: Town, { rewardId, personId, heldAt }: Redemption): void => {
  const tally = town.tallies.get(tallyIdOf(rewardId, personId))!
  town.tallies.set(tally._id, oneLess(tally, monthOf(heldAt)))
}

const release = (town: Town, n: number, why: 'cancelled' | 'expired', at: number): void => {
  const redemption = town.redemptions.get(n)!
  const { payer, ownerId, personId, rewardId } = redemption
  const draft = ruled(decideRelease(town.books.accountOf(payer, ownerId, at), redemption, at))
  const reason = why === 'cancelled' ? '本人取消' : '过了领取期限'
  town.books.post(payer, ownerId, draft, noteOf('退回', redemption, personId, reason))
  putReward(town, oneReleased(town.rewards.get(rewardId)!))
  oneFewer(town, redemption)
  town.redemptions.set(n, released(redemption, why))
}

export const cancelRedemption = (town: Town, { n, at }: ActOf<'cancelRedemption'>): void =>
  release(town, n, 'cancelled', at)

/** Gives back what nobody has fetched in time. */
export const expireHolds = (town: Town, at: number): void => {
  for (const [n, redemption] of town.redemptions) if (isDue(redemption, at)) release(town, n, 'expired', at)
}

const writeCount = (
  town: Town,
  id: string,
  { before, after }: { before: Reward; after: Reward },
  { by, reason, at }: { by: string; reason: string; at: number },
): void => {
  const { communityId, _id: rewardId } = after
  const who = { byId: by, byName: town.stage.actor(by).name, reason, at: toInstant(at) }
  const shelf = { before: shelfOf(before), after: shelfOf(after) }
  town.stockCounts.push({ _id: id, communityId, rewardId, ...shelf, ...who })
  putReward(town, after)
}

export const giveBack = (town: Town, act: ActOf<'giveBack'>): void => {
  const { by, n, reason, isBack, at } = act
  const redemption = town.redemptions.get(n)!
  const { _id, payer, ownerId, rewardId } = redemption
  const original = town.books.transfer(captureIdOf(_id))!
  const account = town.books.accountOf(payer, ownerId, at)
  const draft = ruled(reverse(account, { original, at: toInstant(at) }, bankRules))
  town.books.post(payer, ownerId, draft, noteOf('退回', redemption, by, reason))
  oneFewer(town, redemption)
  town.redemptions.set(n, {
    ...redemption,
    state: 'returned',
    returned: { at: toInstant(at), byId: by, reason, isBack },
  })
  const before = town.rewards.get(rewardId)!
  if (isBack) writeCount(town, `count-year-back-${n}`, { before, after: oneReturned(before) }, act)
}

export const count = (town: Town, act: ActOf<'count'>): void => {
  const before = town.rewards.get(act.rewardId)!
  const after = ruled(counted(before, act.counted, redeemRules))
  writeCount(town, `count-year-${act.rewardId}-${act.at}`, { before, after }, act)
}
