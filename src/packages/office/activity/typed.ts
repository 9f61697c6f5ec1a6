import type { ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import type { Point } from '@/shared/kernel/shapes'
import type { Theme } from '@/shared/kernel/themes'

export type Frequency = 'once' | 'weekly' | 'daily'

/** What has been typed of an activity so far. */
export interface Typed {
  theme: Theme
  title: string
  text: string
  skills: string
  point: Point | undefined
  placeWords: string
  frequency: Frequency
  weekdays: string[]
  times: string[]
  minutes: string
  from: string
  to: string
  capacity: string
  headCountMin: string
  halfPointsPerHour: string
}

type Input = InputOf<ContractOf<'activities.createActivity'>>

const everyDay = [0, 1, 2, 3, 4, 5, 6]

/** The skills wanted, as people separate them. */
export const skillsOf = (typed: string): string[] =>
  typed
    .split(/[、，,\s]+/)
    .map((one) => one.trim())
    .filter(Boolean)

/** What is missing, by field; empty when it can be sent. */
export const missingIn = (typed: Typed): Record<string, string> => {
  const [capacity, least] = [Number(typed.capacity), Number(typed.headCountMin)]
  const isCount = (count: number) => Number.isInteger(count) && count >= 1 && count <= 300
  return {
    ...(typed.title.trim() ? {} : { title: '请填写名称' }),
    ...(typed.text.trim() ? {} : { text: '请填写说明' }),
    ...(typed.placeWords.trim() ? {} : { placeWords: '请填写地点' }),
    ...(typed.point ? {} : { point: '请在地图上点一下地点' }),
    ...(typed.from ? {} : { from: '请选择日期' }),
    ...(typed.frequency === 'once' || typed.to ? {} : { to: '请选择到哪天' }),
    ...(typed.frequency !== 'weekly' || typed.weekdays.length > 0 ? {} : { weekdays: '请选择星期几' }),
    ...(typed.times.length === (typed.frequency === 'daily' ? 2 : 1)
      ? {}
      : { times: typed.frequency === 'daily' ? '请选两个开始时间' : '请选一个开始时间' }),
    ...(isCount(capacity) ? {} : { capacity: '名额是 1 到 300 的整数' }),
    ...(isCount(least) && least <= capacity ? {} : { headCountMin: '最少人数不能超过名额' }),
  }
}

/** What is sent; null while no place is marked. */
export const inputOf = (typed: Typed): Input | null => {
  if (!typed.point) return null
  const isOnce = typed.frequency === 'once'
  return {
    theme: typed.theme,
    title: typed.title,
    text: typed.text,
    skills: skillsOf(typed.skills),
    place: { point: typed.point, words: typed.placeWords },
    capacity: Number(typed.capacity),
    headCountMin: Number(typed.headCountMin),
    halfPointsPerHour: Number(typed.halfPointsPerHour),
    rule: {
      weekdays: typed.frequency === 'weekly' ? typed.weekdays.map(Number) : everyDay,
      times: typed.times,
      minutes: Number(typed.minutes),
      from: typed.from,
      to: isOnce ? typed.from : typed.to,
    },
  }
}
