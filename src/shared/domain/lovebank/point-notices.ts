import { pointsText } from '../../kernel/points'
import { toInstant } from '../../kernel/time'
import type { Notice } from '../notices/notice'
import type { Draft, Transfer } from './transfer'

interface Told {
  communityId: string
  recipientId: string
}

const notice = (id: string, { communityId, recipientId }: Told, title: string, text: string, at: string): Notice => ({
  _id: id,
  communityId,
  recipientId,
  title,
  text,
  subject: { kind: 'points', id: recipientId },
  createdAt: at,
  isRead: false,
})

/** Told of every correction by hand, with its reason. */
export const adjustedNotice = (
  { _id, at }: Draft,
  { halfPoints, reason, ...told }: Told & { halfPoints: number; reason: string },
): Notice => {
  const what = halfPoints > 0 ? `增加 ${pointsText(halfPoints)} 分` : `减少 ${pointsText(-halfPoints)} 分`
  return notice(`${_id}:${told.recipientId}`, told, '积分有更正', `您的爱心积分${what}。原因：${reason}`, at)
}

/** Told of what was taken back or given back, and of what is owed by it. */
export const reversedNotice = (
  { _id, at, lines, owedChange }: Transfer,
  { title, reason, ...told }: Told & { title: string; reason: string },
): Notice => {
  const change = lines.reduce((sum, { account, halfPoints }) => sum + (account === 'available' ? halfPoints : 0), 0)
  const moved = change < 0 ? `扣回 ${pointsText(-change)} 分` : `退回 ${pointsText(change)} 分`
  const owes = owedChange > 0 ? `，余下 ${pointsText(owedChange)} 分从以后的积分中扣` : ''
  return notice(`${_id}:${told.recipientId}`, told, '积分已冲正', `${title}，${moved}${owes}。原因：${reason}`, at)
}

/** Told of an account that was stopped or goes on. */
export const suspensionNotice = ({
  id,
  isSuspended,
  reason,
  now,
  ...told
}: Told & { id: string; isSuspended: boolean; reason: string; now: number }): Notice =>
  isSuspended
    ? notice(id, told, '积分账户已暂停', `暂停期间不能得分，也不能兑换；已有积分都在。原因：${reason}`, toInstant(now))
    : notice(id, told, '积分账户已恢复', `您又可以得分和兑换了。说明：${reason}`, toInstant(now))
