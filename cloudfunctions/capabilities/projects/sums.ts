import type { ReadStore } from '../../store/store'

interface Sums {
  households: number
  plannedFen: number
  exemptFen: number
  paidFen: number
  refundedFen: number
}

const none: Sums = { households: 0, plannedFen: 0, exemptFen: 0, paidFen: 0, refundedFen: 0 }

/** What a self-funding comes to, summed by the database over its few buildings; nothing without one. */
export const sumsOfFunding = async (store: ReadStore, fundingId: string | null): Promise<Sums> => {
  if (fundingId === null) return none
  const [found] = (await store.aggregate('buildingShares', { fundingId }, [
    {
      group: {
        _id: null,
        households: { $sum: '$households' },
        plannedFen: { $sum: '$plannedFen' },
        exemptFen: { $sum: '$exemptFen' },
        paidFen: { $sum: '$paidFen' },
        refundedFen: { $sum: '$refundedFen' },
      },
    },
  ])) as Sums[]
  return found ?? none
}
