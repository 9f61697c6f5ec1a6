import type { ReadStore } from '../../store/store'

interface Sums {
  households: number
  plannedFen: number
  exemptFen: number
  paidFen: number
  refundedFen: number
}

const summed = {
  households: { $sum: '$households' },
  plannedFen: { $sum: '$plannedFen' },
  exemptFen: { $sum: '$exemptFen' },
  paidFen: { $sum: '$paidFen' },
  refundedFen: { $sum: '$refundedFen' },
}

const none: Sums = { households: 0, plannedFen: 0, exemptFen: 0, paidFen: 0, refundedFen: 0 }

/** What a self-funding comes to, summed by the database over its few buildings; nothing without one. */
export const sumsOfFunding = async (store: ReadStore, fundingId: string | null): Promise<Sums> => {
  if (fundingId === null) return none
  const [found] = (await store.aggregate('buildingShares', { fundingId }, [
    {
      group: {
        _id: null,
        ...summed,
      },
    },
  ])) as Sums[]
  return found ?? none
}

/** What every building comes to, in their order, without the shares of its households: thousands are left where they are. */
export const sumsByBuilding = async (
  store: ReadStore,
  fundingId: string,
): Promise<(Sums & { buildingId: string; name: string })[]> => {
  const rows = (await store.aggregate('buildingShares', { fundingId }, [
    {
      group: {
        _id: '$buildingId',
        name: { $first: '$name' },
        order: { $first: '$order' },
        ...summed,
      },
    },
    { sort: { order: 1, _id: 1 } },
  ])) as (Sums & { _id: string; name: string })[]
  return rows.map(({ _id, name, households, plannedFen, exemptFen, paidFen, refundedFen }) => ({
    buildingId: _id,
    name,
    households,
    plannedFen,
    exemptFen,
    paidFen,
    refundedFen,
  }))
}
