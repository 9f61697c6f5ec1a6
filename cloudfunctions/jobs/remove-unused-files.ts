import { toInstant } from '@/shared/kernel/time'
import { batchSize, type Job } from './job'

const keptHours = 24

/** Photos still where the phone put them after a day go: whatever came to own one has moved it away long since. */
export const removeUnusedFiles: Job = async ({ store, files, now }) => {
  const before = toInstant(now - keptHours * 3_600_000)
  let done = 0
  for (;;) {
    const found = await store.files.list({ where: { createdAt: { before } }, limit: batchSize })
    await files.remove(found.map((file) => file.fileId))
    for (const { _id } of found) await store.transact((tx) => tx.files.remove(_id))
    done += found.length
    if (found.length < batchSize) return { done }
  }
}
