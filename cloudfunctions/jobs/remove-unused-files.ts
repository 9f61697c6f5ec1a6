import { toInstant } from '@/shared/kernel/time'
import { batchSize, type Job } from './job'

const keptHours = 24

/** Photos that nothing came to own within a day go, from storage first, so that none is forgotten there. */
export const removeUnusedFiles: Job = async ({ store, files, now }) => {
  const before = toInstant(now - keptHours * 3_600_000)
  let done = 0
  for (;;) {
    const found = await store.files.list({
      where: { usedBy: null, createdAt: { before } },
      orderBy: [['createdAt', 'asc']],
      limit: 50,
    })
    await files.remove(found.map((file) => file.fileId))
    for (const { _id } of found) {
      const removed = await store.transact(async (tx) => {
        const file = await tx.files.get(_id)
        if (!file || file.usedBy !== null) return false
        await tx.files.remove(_id)
        return true
      })
      if (removed) done++
    }
    if (found.length < 50 || done > batchSize * 10) return { done }
  }
}
