import type * as z from 'zod'
import type { shareSums } from '../../contracts/projects/shapes'
import { sampleMin } from '../../kernel/percent'
import type { Funding } from './funding'

/** What the shares of some households come to; for whoever keeps the money. */
export type ShareSums = z.infer<typeof shareSums>

const noSums: ShareSums = { households: 0, plannedFen: 0, exemptFen: 0, paidFen: 0, refundedFen: 0 }

/** What several buildings come to together. */
export const sumOfBuildings = (buildings: readonly ShareSums[]): ShareSums =>
  buildings.reduce(
    (sum, one) => ({
      households: sum.households + one.households,
      plannedFen: sum.plannedFen + one.plannedFen,
      exemptFen: sum.exemptFen + one.exemptFen,
      paidFen: sum.paidFen + one.paidFen,
      refundedFen: sum.refundedFen + one.refundedFen,
    }),
    noSums,
  )

/** What households have paid, with what went back taken off. */
export const collectedOf = ({ paidFen, refundedFen }: Pick<ShareSums, 'paidFen' | 'refundedFen'>): number =>
  paidFen - refundedFen

/** The same of a whole self-funding. */
export const collectedFor = ({ sums }: Pick<Funding, 'sums'>): number => collectedOf(sumOfBuildings(sums))

/**
 * How far a self-funding has come, for everybody: a whole percent of what is due, cut to steps that are as wide as five average households
 * and as the largest single share, so that two looks never tell what one household paid or that it was freed. 100 when all of it is there;
 * null of fewer than five households.
 */
export const collectedPercent = (sums: ShareSums, { base }: Pick<Funding, 'base'>): number | null => {
  const { households, plannedFen, exemptFen } = sums
  const dueFen = plannedFen - exemptFen
  if (households < sampleMin || dueFen <= 0) return null
  const collectedFen = Math.max(0, collectedOf(sums))
  if (collectedFen >= dueFen) return 100
  const step = Math.ceil(Math.max((sampleMin * 100) / households, (base.largestFen * 100) / plannedFen))
  return Math.floor((collectedFen * 100) / dueFen / step) * step
}
