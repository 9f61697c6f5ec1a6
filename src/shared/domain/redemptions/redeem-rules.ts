/** What a community decides about redeeming; every number may differ from place to place. */
export interface RedeemRules {
  /** Days for which something is set aside. */
  readonly holdDays: number
  /** Minutes for which a code is good once it is shown. */
  readonly codeMinutes: number
  /** Wrong codes a clerk may type in a minute. */
  readonly triesMax: number
  /** Below this share of what there was after the last count, in percent, the clerk and the desk are told once. */
  readonly lowPercent: number
}

export const redeemRules: RedeemRules = { holdDays: 7, codeMinutes: 15, triesMax: 5, lowPercent: 10 }
