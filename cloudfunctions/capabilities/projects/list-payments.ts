import type { projects } from '@/shared/contracts/projects'
import { paymentView } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { fundingKeptBy } from './funding-of'
import { doorsOf } from './doors-of'

/** The slips that were counted, for the treasurer alone, the latest first. */
export const listPayments: Handler<typeof projects.listPayments> = async (
  { projectId, householdId, cursor },
  { actor, now, store, files, directory },
) => {
  const funding = await fundingKeptBy(store, projectId, actor)
  if (!funding) return refuse('NOT_FOUND')
  const found = await store.payments.list({
    ...afterKey({ fundingId: funding._id, ...(householdId ? { householdId } : {}) }, cursor, 'at', 'desc'),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const fileIds = page.flatMap(({ fileId }) => fileId ?? [])
  const [places, urls] = await Promise.all([
    directory(),
    fileIds.length > 0 ? files.urlsOf(fileIds) : new Map<string, string>(),
  ])
  const doorOf = await doorsOf(store, places, page)
  return {
    payments: page.map((payment) => ({ ...paymentView(payment, urls), label: doorOf(payment.householdId) })),
    next: nextCursor(found, ({ at }) => at),
    now: toInstant(now),
  }
}
