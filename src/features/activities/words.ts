import { clockWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { minutesWords } from '@/shared/kernel/minutes-words'
import { pointsText } from '@/shared/kernel/points'
import type { Tone } from '@/ui/tag'

export type SessionRow = OutputOf<ContractOf<'activities.listSessions'>>['sessions'][number]
export type SessionDetail = OutputOf<ContractOf<'activities.getSession'>>
export type Participation = OutputOf<ContractOf<'activities.checkIn'>>

/** "09:00–11:00" */
export const hoursWords = ({ startsAt, endsAt }: Pick<SessionRow, 'startsAt' | 'endsAt'>): string =>
  `${clockWords(startsAt)}–${clockWords(endsAt)}`

/** "当天 08:30 到 11:00 之间" */
export const checkInWords = ({ checkInFrom, endsAt }: { checkInFrom: string; endsAt: string }): string =>
  `当天 ${clockWords(checkInFrom)} 到 ${clockWords(endsAt)} 之间`

export const pointsWords = (halfPoints: number): string => `${pointsText(halfPoints)} 分`

/** Where a session stands, for a tag beside it; null while there is nothing to say. */
export const sessionLook = (session: SessionRow, now: string): { words: string; tone: Tone } | null => {
  if (session.isCancelled) return { words: '已取消', tone: 'neutral' }
  if (session.endsAt < now)
    return session.isMissed ? { words: '没人签到', tone: 'warn' } : { words: '已结束', tone: 'neutral' }
  if (session.isMine && session.isWaiting) return { words: '候补中', tone: 'warn' }
  if (session.isMine) return { words: '已报名', tone: 'success' }
  if (session.startsAt <= now) return { words: '进行中', tone: 'primary' }
  return session.taken >= session.capacity ? { words: '可候补', tone: 'warn' } : null
}

export const standingWords = ({
  standing,
  ahead,
}: Pick<NonNullable<SessionDetail['mine']>, 'standing' | 'ahead'>): string => {
  if (standing === 'place') return '有名额'
  if (standing === 'pending') return '正在排号…'
  return ahead === 0 ? '候补第 1 位' : `候补，前面还有 ${ahead} 人`
}

/** What came of somebody's coming, in a few words. */
export const outcomeOf = (one: Participation): { words: string; tone: Tone } => {
  if (one.isConfirmed === false) return { words: '没有确认', tone: 'danger' }
  if (one.waitsFor) return { words: one.waitsFor === 'leader' ? '等带队人确认' : '等另一个人确认', tone: 'warn' }
  return one.outAt ? { words: '已签退', tone: 'success' } : { words: '已签到', tone: 'success' }
}

/** Why somebody has to agree to it. */
export const doubtOf = ({ by, isLate, placeCheck }: Participation): string => {
  if (by === 'manual') return '没有扫码'
  return [isLate ? '补传的签到' : '', placeCheck === null ? '没有取到准确位置' : ''].filter(Boolean).join('，')
}

/** What it was worth: "计分 2 小时，得 2 分" */
export const worthOf = ({ counted, honour, halfPoints }: Participation): string =>
  [
    counted > 0 ? `计分 ${minutesWords(counted)}` : '',
    honour > 0 ? `荣誉时长 ${minutesWords(honour)}` : '',
    halfPoints ? `得 ${pointsWords(halfPoints)}` : '',
  ]
    .filter(Boolean)
    .join('，')
