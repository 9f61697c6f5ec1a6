import type { issues } from '@/shared/contracts/issues'
import { exportDays, exportView } from '@/shared/domain/issues/export-record'
import { refuse } from '@/shared/kernel/decision'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { watchedBy } from './watched'

const exportsMax = 20

/** My own exports of the last days, the newest first, each with an address that soon runs out. */
export const listExports: Handler<typeof issues.listExports> = async (_input, { actor, now, store, files }) => {
  if (!watchedBy(actor)) return refuse('FORBIDDEN')
  const found = await store.exports.list({
    where: { personId: actor.personId, createdAt: { after: toInstant(now - exportDays * dayMs) } },
    orderBy: [['createdAt', 'desc']],
    limit: exportsMax,
  })
  const fileIds = found.flatMap(({ fileId }) => (fileId ? [fileId] : []))
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  return {
    exports: found.map((one) => ({ ...exportView(one), url: urls.get(one.fileId ?? '') ?? null })),
    now: toInstant(now),
  }
}
