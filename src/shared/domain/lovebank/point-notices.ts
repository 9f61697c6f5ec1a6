import { pointsText } from '../../kernel/points'
import { addDays, daysBetween, toInstant } from '../../kernel/time'
import type { Notice } from '../notices/notice'
import type { Account } from './account'
import { warningDays } from './bank-rules'
import { movedOf, type Draft, type Transfer } from './transfer'

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
  const change = movedOf({ lines }, 'available')
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
    ? notice(
        id,
        told,
        '积分账户已暂停',
        `暂停期间不能得分，也不能兑换；已有积分都在，暂停前兑换好的仍可领取。原因：${reason}`,
        toInstant(now),
      )
    : notice(id, told, '积分账户已恢复', `您又可以得分和兑换了。说明：${reason}`, toInstant(now))

/** Tells a family account from one's own in the id of a notice, which has no room for all of it. */
const shortOf = (accountId: string): string => accountId.slice(-8)

/** The warning a lot has come into by today, counted in days ahead; null where its first day of warning is still to come. */
const warningOf = (expiresOn: string, today: string): number | null =>
  warningDays.filter((before) => addDays(expiresOn, -before) <= today).at(-1) ?? null

/** Told 60, 30 and 7 days ahead, each once: the ids come from the lot and the warning. */
export const expiryWarnings = (
  { _id, communityId, lots }: Account,
  { recipientId, today, at }: { recipientId: string; today: string; at: string },
): Notice[] =>
  lots.flatMap(({ expiresOn, available }) => {
    const before = warningOf(expiresOn, today)
    if (available === 0 || before === null || expiresOn < today) return []
    const left = daysBetween(today, expiresOn)
    const when = left === 0 ? '今天' : ` ${left} 天后（${expiresOn}）`
    const text = `您有 ${pointsText(available)} 分爱心积分在${when}到期，请尽快兑换。`
    const id = `points:${recipientId}:${expiresOn}:${before}:${shortOf(_id)}`
    return [notice(id, { communityId, recipientId }, '积分快到期了', text, at)]
  })

/** Told on the day after their last. */
export const expiredNotice = ({ _id, at }: Draft, accountId: string, halfPoints: number, told: Told): Notice => {
  const text = `您有 ${pointsText(halfPoints)} 分爱心积分已到期。`
  return notice(`expired:${told.recipientId}:${_id.slice(-10)}:${shortOf(accountId)}`, told, '积分已到期', text, at)
}
