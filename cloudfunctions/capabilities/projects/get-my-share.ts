import type { projects } from '@/shared/contracts/projects'
import { fundingIdOf } from '@/shared/domain/projects/funding'
import { findShare } from '@/shared/domain/projects/payments'
import { myShareView } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { buildingOf } from './funding-of'

/** More slips than one household has. */
const paymentsMax = 50

/** The statement of the caller's own household. */
export const getMyShare: Handler<typeof projects.getMyShare> = async ({ projectId }, { actor, now, store, files }) => {
  const { householdId, communityId } = actor
  const funding = householdId ? await store.fundings.get(fundingIdOf(projectId)) : null
  if (!householdId || funding?.communityId !== communityId || funding.state !== 'open') return refuse('NOT_FOUND')
  const [building, payments] = await Promise.all([
    buildingOf(store, funding._id, householdId),
    store.payments.list({
      where: { fundingId: funding._id, householdId },
      orderBy: [
        ['at', 'desc'],
        ['_id', 'desc'],
      ],
      limit: paymentsMax,
    }),
  ])
  const one = building && findShare(building, householdId)
  if (!one) return refuse('NOT_FOUND')
  const fileIds = payments.flatMap(({ fileId }) => fileId ?? [])
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  return myShareView(funding, one, payments, urls, now)
}
