import { usualOf } from '../settings/setting'
import { redeemSettings, type RedeemSettings } from './settings'

/** The rules of redeeming: what a community sets, and what is the same everywhere. */
export interface RedeemRules extends RedeemSettings {
  /** Wrong codes a clerk may type in a minute. */
  readonly triesMax: number
  /** Below this share of what there was after the last count, in percent, the clerk and the desk are told once. */
  readonly lowPercent: number
}

export const redeemRulesOf = (settings: RedeemSettings): RedeemRules => ({ ...settings, triesMax: 5, lowPercent: 10 })

/** The rules of a community that has set nothing of its own. */
export const redeemRules = redeemRulesOf(usualOf(redeemSettings))
