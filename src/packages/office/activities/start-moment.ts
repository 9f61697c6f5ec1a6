import { wallClock } from '@/shared/kernel/time'

/** "11月26日 09:00": waiting ones are days old, so the day is said as it is. */
export const startMoment = (startsAt: string): string => wallClock(startsAt).format('M月D日 HH:mm')
