import type { projects } from '@/shared/contracts/projects'
import { paymentHeads, paymentRow } from '@/shared/domain/projects/payment-table'
import { shareHeads, shareRows } from '@/shared/domain/projects/share-table'
import type { Payment } from '@/shared/domain/projects/funding'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { writeSpreadsheet } from '../../runtime/write-spreadsheet'
import { afterRow } from '../../store/paging'
import type { ReadStore } from '../../store/store'
import { doorsOf } from './doors-of'
import { fundingKeptBy, listBuildings } from './funding-of'

const rowsAtOnce = 1000
/** More slips than a self-funding of forty buildings has, and as many as one answer carries. */
export const slipsMax = 20_000

/** Every slip in the order in which it was counted; null where there are more than one answer carries. */
const listSlips = async (store: ReadStore, fundingId: string): Promise<Payment[] | null> => {
  const all: Payment[] = []
  for (;;) {
    const last = all.at(-1)
    const found = await store.payments.list({
      ...afterRow({ fundingId }, last ? { key: last.at, id: last._id } : null, 'at', 'asc'),
      limit: rowsAtOnce,
    })
    all.push(...found)
    if (all.length > slipsMax) return null
    if (found.length < rowsAtOnce) return all
  }
}

/** The shares, in the form in which they are read back, or the slips, as a table for the treasurer. */
export const exportShares: Handler<typeof projects.exportShares> = async (
  { projectId, part },
  { actor, store, directory },
) => {
  const funding = await fundingKeptBy(store, projectId, actor)
  if (!funding) return refuse('NOT_FOUND')
  const tableOf = {
    shares: async () => [shareHeads, ...shareRows(await listBuildings(store, funding._id))],
    payments: async () => {
      const payments = await listSlips(store, funding._id)
      if (!payments) return refuse('EXPORT_TOO_LARGE')
      const doorOf = await doorsOf(store, await directory(), payments)
      return [paymentHeads, ...payments.map((payment) => paymentRow(payment, doorOf(payment.householdId)))]
    },
  }
  const rows = await tableOf[part]()
  if (isRefusal(rows)) return rows
  return {
    name: `${funding.title}-${part === 'shares' ? '各户分摊' : '缴款回单'}.csv`,
    text: new TextDecoder().decode(await writeSpreadsheet('csv', funding.title, rows)),
    rows: rows.length - 1,
  }
}
