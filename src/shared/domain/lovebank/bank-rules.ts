import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** What a community decides about its love bank; every number may differ from place to place. */
export interface BankSettings {
  /** Half points for an hour of service. */
  readonly halfPointsPerHour: number
  /** Minutes that count at most, in one session and in one day. */
  readonly sessionMinutesMax: number
  readonly dayMinutesMax: number
  /** Half points somebody can have at most. */
  readonly balanceMax: number
  /** Months until points end. */
  readonly lotMonths: number
  /** Days within which a transfer can be taken back. */
  readonly reverseDays: number
}

export const bankDefaults: BankSettings = {
  halfPointsPerHour: 2,
  sessionMinutesMax: 240,
  dayMinutesMax: 360,
  balanceMax: 3000,
  lotMonths: 24,
  reverseDays: 30,
}

/** The rules entries are made by. */
export interface BankRules extends BankSettings {
  /** The last day on which points earned on a day count. */
  readonly expiryOf: (earnedOn: string) => string
}

export const bankRulesOf = (settings: BankSettings): BankRules => ({
  ...settings,
  expiryOf: (earnedOn) => dayjs.utc(earnedOn).add(settings.lotMonths, 'month').format('YYYY-MM-DD'),
})

/** Days before the end of points on which their owner is told. */
export const warningDays = [60, 30, 7] as const

/** The rules of a community that has set nothing of its own. */
export const bankRules = bankRulesOf(bankDefaults)
