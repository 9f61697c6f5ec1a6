import { collectedOf, noSums, type ShareSums } from '@/shared/domain/projects/collected'
import { buildingSharesIdOf, type BuildingShares, type Funding } from '@/shared/domain/projects/funding'
import type { ReadStore, Transaction } from '../../store/store'

const summed = {
  households: { $sum: '$households' },
  plannedFen: { $sum: '$plannedFen' },
  exemptFen: { $sum: '$exemptFen' },
  paidFen: { $sum: '$paidFen' },
  refundedFen: { $sum: '$refundedFen' },
}

/** What a self-funding comes to, summed by the database over its few buildings; nothing without one. */
export const sumsOfFunding = async (store: ReadStore, fundingId: string | null): Promise<ShareSums> => {
  if (fundingId === null) return noSums
  const [found] = (await store.aggregate('buildingShares', { fundingId }, [
    { group: { _id: null, ...summed } },
  ])) as ShareSums[]
  return found ?? noSums
}

/**
 * What households have paid for a project as its transaction sees it, `changed` taken for its building. Whoever decides by it guards or
 * writes the project, as every slip does, so that no slip is counted between.
 */
export const collectedIn = async (tx: Transaction, funding: Funding, changed?: BuildingShares): Promise<number> => {
  let fen = 0
  for (const buildingId of funding.buildingIds) {
    const _id = buildingSharesIdOf(funding._id, buildingId)
    const building = changed?._id === _id ? changed : await tx.buildingShares.get(_id)
    fen += building ? collectedOf(building) : 0
  }
  return fen
}

/** What every building comes to, in their order, without the shares of its households: thousands are left where they are. */
export const sumsByBuilding = async (
  store: ReadStore,
  fundingId: string,
): Promise<(ShareSums & { buildingId: string; name: string })[]> => {
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
  ])) as (ShareSums & { _id: string; name: string })[]
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
