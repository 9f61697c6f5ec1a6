import { exportDays } from '@/shared/domain/issues/export-record'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { batchSize, type Job } from './job'

/** Exports go after their days, file first: what is forgotten halfway is found again the next night. */
export const removeOldExports: Job = async ({ store, files, now }) => {
  const before = toInstant(now - exportDays * dayMs)
  let done = 0
  for (;;) {
    const found = await store.exports.list({ where: { createdAt: { before } }, limit: batchSize })
    const fileIds = found.flatMap(({ fileId }) => (fileId ? [fileId] : []))
    if (fileIds.length > 0) await files.remove(fileIds)
    for (const { _id } of found) await store.transact((tx) => tx.exports.remove(_id))
    done += found.length
    if (found.length < batchSize) return { done }
  }
}
