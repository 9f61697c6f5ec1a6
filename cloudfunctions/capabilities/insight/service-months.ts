import { monthsBetween } from '@/shared/kernel/months'
import type { ServiceMonth } from '@/shared/domain/insight/service-month'
import type { ReadStore } from '../../store/store'

/** The figures kept of some months, in their order; one request, however much was done in them. */
export const listServiceMonths = (
  store: ReadStore,
  communityId: string,
  { from, to }: { from: string; to: string },
): Promise<ServiceMonth[]> => {
  const months = monthsBetween(from, to)
  return store.serviceMonths.list({
    where: { communityId, month: { in: months } },
    orderBy: [['month', 'asc']],
    limit: months.length,
  })
}
