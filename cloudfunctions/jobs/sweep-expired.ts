import { dayMs, toInstant } from '@/shared/kernel/time'
import { collections, type CollectionName } from '../store/collections'
import { batchSize, type Job, type JobContext } from './job'
import { sweepNotes } from './remove-notes'

/**
 * The most documents one run deletes of one collection, so that it ends well within its minute; the rest goes with the next, an
 * hour later. Once a day would leave more behind than a busy day writes.
 */
export const sweptMax = 500
/** How many go in one transaction; CloudBase takes a hundred operations. */
const removedAtOnce = 50

const sweep = async (
  name: CollectionName,
  { days, since }: { days: number; since: string },
  { store, now }: JobContext,
): Promise<number> => {
  const before = toInstant(now - days * dayMs)
  let done = 0
  while (done < sweptMax) {
    const limit = Math.min(batchSize, sweptMax - done)
    const found: readonly { _id: string }[] = await store[name].list({
      where: { [since]: { before } },
      orderBy: [[since, 'asc']],
      limit,
    })
    for (let at = 0; at < found.length; at += removedAtOnce)
      await store.transact(async (tx) => {
        for (const { _id } of found.slice(at, at + removedAtOnce)) await tx[name].remove(_id)
      })
    done += found.length
    if (found.length < limit) break
  }
  return done
}

/**
 * Deletes what has passed the term its collection declares, that of signatures running from a published result, the oldest first. Running
 * again finds only what is left.
 */
export const sweepExpired: Job = async (context) => {
  let done = 0
  for (const name of Object.keys(collections) as CollectionName[]) {
    const { retention } = collections[name]
    if ('days' in retention) done += await sweep(name, retention, context)
  }
  return { done: done + (await sweepNotes(context, sweptMax)) }
}
