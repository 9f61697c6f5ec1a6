import type { projects } from '@/shared/contracts/projects'
import { paymentHeads, paymentRow } from '@/shared/domain/projects/payment-table'
import { shareHeads, shareRows } from '@/shared/domain/projects/share-table'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { writeSpreadsheet } from '../../runtime/write-spreadsheet'
import { doorsOf } from './doors-of'
import { fundingKeptBy, listBuildings } from './funding-of'
import { listSlips } from './slips'

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
      const payments = await listSlips(store, { fundingId: funding._id })
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
