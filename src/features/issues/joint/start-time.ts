import { minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'

export const usualHours: readonly string[] = ['08:30', '09:00', '10:00', '14:00', '15:00', '16:00']

/** The instant of a day and a time of day as people type it (9:30, 09：30); null for what is neither. */
export const startOf = (day: string, hour: string): string | null => {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(hour.trim()) ?? []
  if (!day || hours === undefined || minutes === undefined) return null
  return toInstant(startOfDay(day) + (Number(hours) * 60 + Number(minutes)) * minuteMs)
}
