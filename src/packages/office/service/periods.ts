import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { addMonths, monthWords } from '@/shared/kernel/months'

export type Service = OutputOf<ContractOf<'insight.getService'>>
export type ServiceMonth = Service['months'][number]
export type ThemeSum = Service['total']['themes'][number]

/** Months, both included, as YYYY-MM. */
export interface Period {
  readonly from: string
  readonly to: string
}

export const periodNames = ['month', 'quarter', 'half', 'year', 'thisYear', 'lastYear'] as const
export type PeriodName = (typeof periodNames)[number]

export const periodLabels: Record<PeriodName, string> = {
  month: '本月',
  quarter: '近三个月',
  half: '近半年',
  year: '近一年',
  thisYear: '今年',
  lastYear: '去年',
}

/** The months a period means on a day. */
export const periodOf = (name: PeriodName, today: string): Period => {
  const month = today.slice(0, 7)
  const year = Number(today.slice(0, 4))
  return {
    month: { from: month, to: month },
    quarter: { from: addMonths(month, -2), to: month },
    half: { from: addMonths(month, -5), to: month },
    year: { from: addMonths(month, -11), to: month },
    thisYear: { from: `${year}-01`, to: month },
    lastYear: { from: `${year - 1}-01`, to: `${year - 1}-12` },
  }[name]
}

export const periodWords = ({ from, to }: Period): string =>
  from === to ? monthWords(from) : `${monthWords(from)} 至 ${monthWords(to)}`

/** What each figure means; beside it on the screen, and under the tables on paper. */
export const meanings = {
  active: '当月来过并记了时长（计分或荣誉）的人，一人只算一次；时长被否认的不算。',
  returning: '活跃的人里，以前的月份也来过的。',
  times: '签到并记了时长的次数，一人来几次算几次。',
  counted: '按规则计分的时长；超过每场、每天上限的部分算荣誉时长。',
  honour: '不计分的时长，含还在等人确认的。',
  issued: '参加活动得的分，冲正的已扣除。',
  adjusted: '管理员手工更正的净数。',
  captured: '兑换发放用掉的分，退回的已扣除。',
  expired: '到期和注销作废的分。',
  outstanding: '月末居民手里没用的分（可用加预扣）＝ 上月末 ＋ 发放 ＋ 更正 − 兑换 − 到期。',
} as const
