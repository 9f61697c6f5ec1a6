import type { Community } from '@/shared/domain/organization/records'
import type { FilePort } from '../runtime/handler'
import type { Store } from '../store/store'

/** What a job may use. It runs for every community at once, and running it twice changes nothing more. */
export interface JobContext {
  store: Store
  files: FilePort
  /** Epoch milliseconds. */
  now: number
}

/** Answers how much it did, for the log. */
export type Job = (context: JobContext) => Promise<{ done: number }>

/**
 * Does something for each, past those it fails for: one that cannot be done must not keep all others waiting. What fails is put off, and
 * what failed first is thrown in the end, so that it is seen.
 */
export const doEach = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<number>,
  putOff: (item: T) => Promise<unknown>,
): Promise<number> => {
  const faults: unknown[] = []
  let done = 0
  for (const item of items)
    try {
      done += await work(item)
    } catch (fault) {
      faults.push(fault)
      await putOff(item)
    }
  if (faults.length > 0) throw faults[0]
  return done
}

/** How many documents a job takes at once. */
export const batchSize = 200

/** Does something for one community after another, in the order of their ids; answers how much was done in all. */
export const forEachCommunity = async (
  { store }: Pick<JobContext, 'store'>,
  work: (community: Community) => Promise<number>,
): Promise<number> => {
  let done = 0
  let after = ''
  for (;;) {
    const communities = await store.communities.list({
      where: { _id: { after } },
      orderBy: [['_id', 'asc']],
      limit: batchSize,
    })
    for (const community of communities) done += await work(community)
    const last = communities.at(-1)
    if (communities.length < batchSize || !last) return done
    after = last._id
  }
}
