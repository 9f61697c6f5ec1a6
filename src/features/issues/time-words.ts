import { dayMs, dayOf, daysBetween, minuteMs, startOfDay, wallClock } from '@/shared/kernel/time'

/** Instants come from the server, and so does `now`: a phone whose clock is wrong still reads the right words. */
type Instant = string

const hourMs = 60 * minuteMs

const nearDays: Record<string, string> = { '-2': '前天', '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' }

/** How many community days an instant lies after now; negative before. */
const daysFrom = (now: Instant, at: Instant): number => daysBetween(dayOf(now), dayOf(at))

/** A calendar day as a person says it: 今天, 12月3日, and with the year when it is another one. */
export const dateWords = (day: string, today: string): string => {
  const near = nearDays[String(daysBetween(today, day))]
  if (near) return near
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return wallClock(startOfDay(day)).format(isThisYear ? 'M月D日' : 'YYYY年M月D日')
}

/** The time of day in the community, e.g. "17:30". */
export const clockWords = (at: Instant): string => wallClock(at).format('HH:mm')

/** When something was or will be, e.g. "今天 09:12", "11月20日 08:30". */
export const momentWords = (at: Instant, now: Instant): string =>
  `${dateWords(dayOf(at), dayOf(now))} ${clockWords(at)}`

/** Why a result cannot be confirmed by a verifier yet. */
export const askedFirst = (until: Instant, now: Instant): string => `先等上报人答复，到${momentWords(until, now)}`

/** The moment itself, for paper: what is 今天 while it is printed is not when it is read. */
export const exactWords = (at: Instant): string => wallClock(at).format('YYYY年M月D日 HH:mm')

/** How long ago, for what has just happened; the moment itself once it is more than a few hours old. */
export const agoWords = (at: Instant, now: Instant): string => {
  const past = Date.parse(now) - Date.parse(at)
  if (past < minuteMs) return '刚刚'
  if (past < hourMs) return `${Math.floor(past / minuteMs)} 分钟前`
  if (past < 6 * hourMs && daysFrom(now, at) === 0) return `${Math.floor(past / hourMs)} 小时前`
  return momentWords(at, now)
}

/** A span in its one or two largest useful units: "20 分钟", "3 小时", "2 天". */
const spanWords = (ms: number): string => {
  if (ms < hourMs) return `${Math.max(1, Math.floor(ms / minuteMs))} 分钟`
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} 小时`
  return `${Math.floor(ms / dayMs)} 天`
}

const isPast = (dueAt: Instant, now: Instant): boolean => Date.parse(dueAt) < Date.parse(now)

/** Until when: "今天 17:30 前"; and afterwards by how much it is late: "已超时 3 小时". */
export const dueWords = (dueAt: Instant, now: Instant): string =>
  isPast(dueAt, now) ? lateWords(dueAt, now) : `${momentWords(dueAt, now)} 前`

const lateWords = (dueAt: Instant, now: Instant): string => `已超时 ${spanWords(Date.parse(now) - Date.parse(dueAt))}`

/** How much time there still is: "还剩 2 小时", or how late it is. */
export const leftWords = (dueAt: Instant, now: Instant): string =>
  isPast(dueAt, now) ? lateWords(dueAt, now) : `还剩 ${spanWords(Date.parse(dueAt) - Date.parse(now))}`

export type DueGroup = 'late' | 'today' | 'later' | 'paused'

/** The heading of a queue under which an issue stands. */
export const dueGroup = (dueAt: Instant | null, now: Instant): DueGroup => {
  if (dueAt === null) return 'paused'
  if (isPast(dueAt, now)) return 'late'
  return daysFrom(now, dueAt) === 0 ? 'today' : 'later'
}
