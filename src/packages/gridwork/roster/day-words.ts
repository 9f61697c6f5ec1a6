import { clockWords, dateWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { weekdayOf as weekday } from '@/shared/kernel/time'

export type RosterDay = OutputOf<ContractOf<'organization.listRoster'>>['days'][number]

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export const weekdayOf = (day: string): string => weekdays[weekday(day)]!

/** A roster day as a person says it: "今天 · 周三", "12月3日 · 周四". */
export const dayWords = (day: string, today: string): string => `${dateWords(day, today)} · ${weekdayOf(day)}`

/** The hours on watch: "17:30 到次日 08:30", and on days off that they last all day. */
export const hourWords = ({ isWorkingDay, from, to }: RosterDay): string =>
  `${isWorkingDay ? '' : '全天，'}${clockWords(from)} 到次日 ${clockWords(to)}`
