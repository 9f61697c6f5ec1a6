import { groupClasses } from '../issues/class-groups'
import type { Counts } from './tally'

/** A rate as an exact fraction, and how many of all who could have answered did not. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
  readonly unanswered: number
  /** All who could have answered. */
  readonly of: number
}

/**
 * The rates (响应率、解决率、满意率, and whether it lasted) from their counts. Never a mean: stars are given one by one, "partly" stands
 * apart from "resolved", and silence is shown, not left out.
 */
export const figuresOf = (counts: Counts) => ({
  response: {
    numerator: counts.inTime,
    denominator: counts.due,
    unanswered: counts.due - counts.responded,
    of: counts.due,
  },
  resolution: {
    numerator: counts.resolved,
    denominator: counts.closed,
    unanswered: counts.closed - counts.confirmed,
    of: counts.closed,
  },
  partly: counts.partly,
  satisfaction: {
    numerator: counts.satisfied,
    denominator: counts.rated,
    unanswered: counts.closed - counts.rated,
    of: counts.closed,
  },
  stars: [counts.stars1, counts.stars2, counts.stars3, counts.stars4, counts.stars5],
  lasting: {
    numerator: counts.lasting,
    denominator: counts.lasting + counts.brokeAgain,
    unanswered: counts.asked - counts.lasting - counts.brokeAgain,
    of: counts.asked,
  },
  spot: counts.spot,
  drawn: counts.drawn,
})

/** The group a class is counted in; whatever is not public is 'other'. */
export const groupOf = (classCode: string): 'clean' | 'facility' | 'safety' | 'other' =>
  (['clean', 'facility', 'safety'] as const).find((group) => groupClasses[group].includes(classCode)) ?? 'other'
