import { findShare } from '@/shared/domain/projects/payments'
import { myShareView } from '@/shared/domain/projects/views'
import type { Funding } from '@/shared/domain/projects/funding'
import { refuse } from '@/shared/kernel/decision'
import type { QueryContext } from '../../runtime/handler'
import { buildingOf } from './funding-of'
import { listSlips } from './slips'

/**
 * The statement (对账单) of a household with every slip, the latest first, for whoever was found to may read it; NOT_FOUND for a home that
 * bears nothing.
 */
export const statementOf = async (funding: Funding, householdId: string, { now, store, files }: QueryContext) => {
  const [building, slips] = await Promise.all([
    buildingOf(store, funding._id, householdId),
    listSlips(store, { fundingId: funding._id, householdId }),
  ])
  const one = building && findShare(building, householdId)
  if (!one || !slips) return refuse('NOT_FOUND')
  const payments = [...slips].reverse()
  const fileIds = payments.flatMap(({ fileId }) => fileId ?? [])
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  return myShareView(funding, building.name, one, payments, urls, now)
}
