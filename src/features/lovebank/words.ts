import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { pointsText } from '@/shared/kernel/points'

type Hours = OutputOf<ContractOf<'redemptions.listCentres'>>['centres'][number]['hours']
type Limit = NonNullable<OutputOf<ContractOf<'redemptions.getReward'>>['limit']>
type Redemption = OutputOf<ContractOf<'redemptions.listMyRedemptions'>>['redemptions'][number]

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** An amount with its unit: "1.5 分". */
export const pointsWords = (halfPoints: number): string => `${pointsText(halfPoints)} 分`

/** A change with its sign: "+1.5", "−3". */
export const signedPoints = (halfPoints: number): string =>
  halfPoints > 0 ? `+${pointsText(halfPoints)}` : `−${pointsText(-halfPoints)}`

/** When a centre is open: "周一至周五 08:30–17:30", "周二、周四 09:00–11:30". */
export const hoursWords = ({ weekdays, opens, closes }: Hours): string => {
  // A week begins on Monday for whoever reads this.
  const days = [...weekdays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
  const isRun = days.length > 2 && days.every((day, at) => at === 0 || (day + 6) % 7 === ((days[at - 1]! + 6) % 7) + 1)
  const names = isRun
    ? `${weekdayNames[days[0]!]}至${weekdayNames[days.at(-1)!]}`
    : days.map((day) => weekdayNames[day]).join('、')
  return `${days.length === 7 ? '每天' : names} ${opens}–${closes}`
}

export const limitWords = ({ count, per }: Limit): string =>
  per === 'month' ? `每人每月限 ${count} 份` : `每人限 ${count} 份`

export const payerNames = { person: '我的账户', family: '家庭账户' } as const

/** How a redemption stands, in two or three characters. */
export const stateWords = ({ state, releasedFor }: Pick<Redemption, 'state' | 'releasedFor'>): string => {
  if (state === 'held') return '待领取'
  if (state === 'captured') return '已领取'
  if (state === 'returned') return '已更正'
  return releasedFor === 'expired' ? '过期退回' : '已取消'
}
