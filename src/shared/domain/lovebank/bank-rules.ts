import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { usualOf } from '../settings/setting'
import { bankSettings, type BankSettings } from './settings'

dayjs.extend(utc)

export const bankDefaults: BankSettings = usualOf(bankSettings)

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
