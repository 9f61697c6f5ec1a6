import * as z from 'zod'

/**
 * How long an issue of a class may take: working hours, working days (540 working minutes each), or clock hours that run
 * through nights and holidays.
 */
export const limitShape = z
  .object({ kind: z.enum(['workingHours', 'workingDays', 'clockHours']), amount: z.number() })
  .readonly()
export type Limit = z.infer<typeof limitShape>

export const workingHours = (amount: number): Limit => ({ kind: 'workingHours', amount })
export const workingDays = (amount: number): Limit => ({ kind: 'workingDays', amount })
export const clockHours = (amount: number): Limit => ({ kind: 'clockHours', amount })

/** A limit of one working day is this many working minutes, whatever the hours of the calendar. */
export const workingDayMinutes = 540

/** How long a limit is in minutes of its own kind of time: working minutes, or minutes of the clock. */
export const minutesOf = ({ kind, amount }: Limit): number =>
  kind === 'workingDays' ? amount * workingDayMinutes : amount * 60

const units: Record<Limit['kind'], string> = {
  workingHours: '个工作小时',
  workingDays: '个工作日',
  clockHours: '小时',
}

/** A limit as a person reads it, e.g. "4 个工作小时", "24 小时". */
export const limitLabel = ({ kind, amount }: Limit): string =>
  kind === 'clockHours' && amount >= 72 && amount % 24 === 0 ? `${amount / 24} 天` : `${amount} ${units[kind]}`
