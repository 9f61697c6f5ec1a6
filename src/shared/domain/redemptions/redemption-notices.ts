import { pointsText } from '../../kernel/points'
import { toInstant } from '../../kernel/time'
import type { Notice } from '../notices/notice'
import type { Redemption } from './redemption'
import type { Reward } from './reward'

type Event = 'captured' | 'expired' | 'returned'

const words: Record<Event, (redemption: Redemption, reason: string) => readonly [title: string, text: string]> = {
  captured: ({ rewardName, halfPoints }) => [
    '兑换品已领取',
    `“${rewardName}”已经发放，用去 ${pointsText(halfPoints)} 分。不是您领的，请联系服务中心。`,
  ],
  expired: ({ rewardName }) => [
    '兑换已过领取期限',
    `“${rewardName}”到期没有领取，积分已退回账户；退回时已经到期的积分除外。想要的话可以重新兑换。`,
  ],
  returned: ({ rewardName, halfPoints }, reason) => [
    '一次发放已更正',
    `“${rewardName}”的发放已更正，退回 ${pointsText(halfPoints)} 分。原因：${reason}`,
  ],
}

/** What a member reads of what others did with their redemption. One a redemption, event and recipient. */
export const redemptionNotice = (
  redemption: Redemption,
  event: Event,
  { recipientId, now, reason = '' }: { recipientId: string; now: number; reason?: string },
): Notice => {
  const [title, text] = words[event](redemption, reason)
  return {
    _id: `${event}:${redemption._id}:${recipientId}`,
    communityId: redemption.communityId,
    recipientId,
    title,
    text,
    subject: { kind: 'redemption', id: redemption._id },
    createdAt: toInstant(now),
    isRead: false,
  }
}

/** Told to the clerks of the centre and the desk when less than a tenth is left; once, until it is filled up. `key` is what made it so. */
export const lowStockNotice = (reward: Reward, recipientId: string, key: string, now: number): Notice => ({
  _id: `low:${key}:${recipientId}`,
  communityId: reward.communityId,
  recipientId,
  title: '兑换品快兑完了',
  text: `“${reward.name}”只剩 ${reward.stock} 份，不到十分之一，请补货或下架。`,
  subject: { kind: 'stock', id: reward.centreId },
  createdAt: toInstant(now),
  isRead: false,
})
