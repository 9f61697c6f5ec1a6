import type { Payment } from '@/shared/domain/projects/funding'
import { afterRow } from '../../store/paging'
import type { ReadStore } from '../../store/store'

const rowsAtOnce = 1000
/** More slips than a self-funding of forty buildings has, and as many as one answer carries. */
export const slipsMax = 20_000

/**
 * Every slip of a self-funding, or of one household of it, in the order in which they were counted; null where there are more than one
 * answer carries.
 */
export const listSlips = async (
  store: ReadStore,
  where: { fundingId: string; householdId?: string },
): Promise<Payment[] | null> => {
  const all: Payment[] = []
  for (;;) {
    const last = all.at(-1)
    const found = await store.payments.list({
      ...afterRow(where, last ? { key: last.at, id: last._id } : null, 'at', 'asc'),
      limit: rowsAtOnce,
    })
    all.push(...found)
    if (all.length > slipsMax) return null
    if (found.length < rowsAtOnce) return all
  }
}
