import type { AnswerCode, Fraction } from '../../kernel/consents'
import { addDays, dayMs, daysBetween } from '../../kernel/time'
import type { Counted } from './seal'

/** Signature rate (签字同意率): agree ÷ all households, vacant ones included. */
export const agreementOf = ({ agree, households }: Counted): Fraction => ({
  numerator: agree,
  denominator: households,
})

/** Participation (参与率): whoever agreed, disagreed or abstained ÷ all households. */
export const participationOf = ({ agree, disagree, abstain, households }: Counted): Fraction => ({
  numerator: agree + disagree + abstain,
  denominator: households,
})

/** What one day changed, by answer; a change of mind takes from one and gives to another. */
export type DayChange = Partial<Record<AnswerCode, number>>

export interface CurvePoint {
  readonly day: string
  readonly agree: number
  readonly answered: number
}

/** The curve by day: how many agreed and answered by the end of every day from the first to the last. */
export const curveOf = (
  changes: readonly (readonly [day: string, change: DayChange])[],
  from: string,
  to: string,
): CurvePoint[] => {
  const byDay = new Map<string, { agree: number; answered: number }>()
  for (const [day, { agree = 0, disagree = 0, abstain = 0 }] of changes) {
    const sum = byDay.get(day) ?? { agree: 0, answered: 0 }
    byDay.set(day, { agree: sum.agree + agree, answered: sum.answered + agree + disagree + abstain })
  }
  let [agree, answered] = [0, 0]
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => {
    const day = addDays(from, at)
    agree += byDay.get(day)?.agree ?? 0
    answered += byDay.get(day)?.answered ?? 0
    return { day, agree, answered }
  })
}

/** How many days before the end a standstill is looked for, and over how many. */
export const standstillDays = 3

/**
 * How many more agree than three days before, when in the last three days before the end that is under one in a hundred of all; null
 * when it is more, when that time has not come, or when it has not been going for so long.
 */
export const standstillOf = (
  curve: readonly CurvePoint[],
  { households, closesAt }: { households: number; closesAt: string },
  now: number,
): number | null => {
  const left = Date.parse(closesAt) - now
  const [last, before] = [curve.at(-1), curve.at(-1 - standstillDays)]
  if (!last || !before || left <= 0 || left > standstillDays * dayMs) return null
  const gained = last.agree - before.agree
  return gained * 100 < households ? gained : null
}
