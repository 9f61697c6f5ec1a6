import type { Digest } from '@/shared/domain/lovebank/chain'
import { decideCapture, decideRedeem, type Redemption } from '@/shared/domain/redemptions/redemption'
import { redeemRules } from '@/shared/domain/redemptions/redeem-rules'
import { oneCaptured, type Reward, type StockCount } from '@/shared/domain/redemptions/reward'
import { tallyIdOf, type RewardTally } from '@/shared/domain/redemptions/tally'
import { addDays, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { booksOf, type Award } from './books'
import { draw } from './picture'
import { shelf } from './shelf'
import { ruled, type Stage } from './stage'

const communityId = 'xinsheng'

/** What they have set aside of what they earned; whoever came to fetch it did so on the next day. */
const chosen: readonly (readonly [personId: string, daysAgo: number, key: string, isFetched: boolean])[] = [
  ['resident-grid-1', 15, 'towel', true],
  ['volunteer-1', 8, 'detergent', true],
  ['resident-grid-2', 6, 'paper', true],
  ['resident-grid-6', 2, 'soap', false],
]

/** What there is to have, each put on the shelf at its moment, by its key. */
export const onOffer = (
  stage: Stage,
  at: (order: number) => number,
): { rewards: Map<string, Reward>; stockCounts: StockCount[] } => {
  const rewards = new Map<string, Reward>()
  const stockCounts: StockCount[] = []
  shelf.forEach(({ key, picture, centreId = 'centre-1', ...offered }, order) => {
    const _id = `reward-${key}`
    const createdAt = toInstant(at(order))
    const fileIds = [stage.keep(`reward-${key}`, draw(picture))]
    const counts = { held: 0, fullStock: Math.max(offered.stock, 10), isWarned: offered.stock < 2 }
    rewards.set(key, { ...offered, ...counts, _id, communityId, centreId, fileIds, isOffered: true, createdAt })
    const by = { byId: 'administrator-1', byName: stage.actor('administrator-1').name }
    const count = { before: 0, after: offered.stock, reason: '上架', ...by, at: createdAt }
    stockCounts.push({ _id: `count-${key}`, communityId, rewardId: _id, ...count })
  })
  return { rewards, stockCounts }
}

/** The love bank as it stands: what there is to have, who has earned, and what has been handed out, all of it by the rules. */
export const loveBank = (stage: Stage, today: string, digest: Digest, awards: readonly Award[]) => {
  const at = (daysAgo: number, minutes = 0) => startOfDay(addDays(today, -daysAgo)) + (10 * 60 + minutes) * minuteMs
  const books = booksOf(communityId, digest)
  const waiting = [...awards].sort((a, b) => a.at - b.at)
  /** What was earned until an instant, so that every chain is in the order of time. */
  const giveUntil = (until: number) => {
    while (waiting[0] && waiting[0].at <= until) books.give(waiting.shift()!)
  }
  const { rewards, stockCounts } = onOffer(stage, (order) => at(70, -order))
  const redemptions: Redemption[] = []
  const tallies = new Map<string, RewardTally>()
  chosen.forEach(([personId, daysAgo, key, isFetched], number) => {
    const reward = rewards.get(key)!
    const now = at(daysAgo, 30)
    giveUntil(now)
    const account = books.accountOf('person', personId, now)
    const tally = tallies.get(tallyIdOf(reward._id, personId)) ?? null
    const asked = { id: `redemption-sample-${number + 1}`, payer: 'person', ownerId: personId, personId, now } as const
    const held = ruled(decideRedeem({ reward, account, tally }, { ...asked, price: reward.price }, redeemRules))
    const note = { reason: null, subjectId: asked.id }
    books.post('person', personId, held.draft, { actorId: personId, title: `兑换：${reward.name}`, ...note })
    rewards.set(key, held.reward)
    tallies.set(held.tally._id, held.tally)
    if (!isFetched) return redemptions.push(held.redemption)
    const clerk = { personId: 'clerk-1', name: stage.actor('clerk-1').name }
    const fetchedAt = at(daysAgo - 1, 12)
    giveUntil(fetchedAt)
    const after = books.accountOf('person', personId, fetchedAt)
    const captured = ruled(decideCapture(after, held.redemption, clerk, fetchedAt))
    books.post('person', personId, captured.draft, { actorId: 'clerk-1', title: `领取：${reward.name}`, ...note })
    rewards.set(key, oneCaptured(held.reward))
    return redemptions.push(captured.redemption)
  })
  giveUntil(Infinity)
  return {
    ...books.documents(),
    rewards: [...rewards.values()],
    stockCounts,
    redemptions,
    rewardTallies: [...tallies.values()],
  }
}
