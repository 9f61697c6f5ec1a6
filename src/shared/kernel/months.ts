import { dayOf } from './time'

const ordinalOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const monthAt = (ordinal: number): string =>
  `${Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, '0')}`

/** The months (YYYY-MM) from one to another, both included, cut after 25; empty when they are the wrong way round. */
export const monthsBetween = (from: string, to: string): string[] => {
  const first = ordinalOf(from)
  const length = Math.max(0, ordinalOf(to) - first + 1)
  return Array.from({ length: Math.min(length, 25) }, (_, at) => monthAt(first + at))
}

/** The month that lies `count` months after (or, negative, before) a month. */
export const addMonths = (month: string, count: number): string => monthAt(ordinalOf(month) + count)

/** A month as people say it: "2026 年 11 月". */
export const monthWords = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** The month (YYYY-MM) an instant (epoch ms or ISO) falls in, in the community. */
export const monthOf = (at: number | string): string => dayOf(at).slice(0, 7)
