import type { insight } from '@/shared/contracts/insight'
import { serviceTable } from '@/shared/domain/insight/service-table'
import { exportView, type Export } from '@/shared/domain/issues/export-record'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { writeSpreadsheet } from '../../runtime/write-spreadsheet'
import { themesOf } from '../../store/themes'
import { listServiceMonths } from './service-months'

/** The figures of some months as a table. At most two years: written while its asker waits. */
export const exportService: Handler<typeof insight.exportService> = async ({ from, to, format }, context) => {
  const { actor, now, store, files, newId, transact } = context
  const { communityId, personId } = actor
  const [months, { names }] = await Promise.all([
    listServiceMonths(store, communityId, { from, to }),
    themesOf(store, communityId),
  ])
  if (months.length === 0) return refuse('EXPORT_EMPTY')
  const _id = newId('export')
  const bytes = await writeSpreadsheet(format, '志愿服务', serviceTable(months, names))
  const made: Export = {
    _id,
    communityId,
    personId,
    unit: 'months',
    format,
    state: 'ready',
    name: `志愿服务数据-${from}至${to}.${format}`,
    total: months.length,
    fileId: await files.write(`exports/${communityId}/${_id}.${format}`, bytes),
    tries: 0,
    createdAt: toInstant(now),
  }
  return transact(async (tx) => {
    await tx.exports.put(made)
    return exportView(made)
  })
}
