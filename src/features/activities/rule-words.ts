import { dateWords } from '@/features/issues/time-words'

interface Rule {
  weekdays: readonly number[]
  times: readonly string[]
  minutes: number
  from: string
  to: string
}

export const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** "每周六 09:00，每场 90 分钟，11月28日 至 12月31日" */
export const ruleWords = ({ weekdays, times, minutes, from, to }: Rule, today: string): string => {
  const hours = [...times].sort().join('、')
  const long = `每场 ${minutes} 分钟`
  if (from === to) return `${dateWords(from, today)} ${hours}，${long}`
  const days =
    weekdays.length === 7
      ? '每天'
      : `每${[...weekdays]
          .sort()
          .map((day) => weekdayNames[day])
          .join('、')}`
  return `${days} ${hours}，${long}，${dateWords(from, today)} 至 ${dateWords(to, today)}`
}
