import { dueOf, lapsedAdoption, remindedAdoption } from '@/shared/domain/issues/adoption'
import type { Adoption } from '@/shared/domain/issues/adoption-record'
import type { Party } from '@/shared/domain/issues/party'
import { adoptionNotice } from '@/shared/domain/notices/adoption-notices'
import { addDays, dayOf } from '@/shared/kernel/time'
import { custodianOf } from '../capabilities/issues/custodian-of'
import { createDirectories } from '../store/directory'
import { batchSize, type Job, type JobContext } from './job'

/** Who takes what lapses in each community, read once a run. */
const custodians = ({ store, now }: JobContext): ((communityId: string) => Promise<Party | null>) => {
  const directories = createDirectories(store, () => now)
  const read = new Map<string, Promise<Party | null>>()
  const load = async (communityId: string): Promise<Party | null> => {
    const directory = await directories(communityId)
    return directory && custodianOf({ now, store, directory: async () => directory })
  }
  return (communityId) => {
    const found = read.get(communityId) ?? load(communityId)
    read.set(communityId, found)
    return found
  }
}

const lookAt = async ({ _id }: Adoption, custodian: Party | null, { store, now }: JobContext): Promise<boolean> =>
  store.transact(async (tx) => {
    const adoption = await tx.adoptions.get(_id)
    const due = adoption && dueOf(adoption, dayOf(now))
    if (!adoption || !due) return false
    const next = due === 'remind' ? remindedAdoption(adoption) : lapsedAdoption(adoption, custodian, now)
    await tx.adoptions.put(next)
    const told =
      due === 'remind'
        ? [adoptionNotice(next, 'ending', next.adopter.personId ?? custodian?.personId ?? null, now)]
        : [
            adoptionNotice(next, 'lapsed', next.adopter.personId, now),
            adoptionNotice(next, 'back', custodian?.personId ?? null, now),
          ]
    for (const notice of told) if (notice && !(await tx.notices.get(notice._id))) await tx.notices.create(notice)
    return true
  })

/**
 * Reminds adopters seven days before the end, and gives plots back to the community on the day after it, or when the duty was missed twice in a
 * row. Each is found by the one day on which it has to be looked at; running twice, or a day late, tells nobody twice.
 */
export const lapseAdoptions: Job = async (context) => {
  const { store, now } = context
  const custodianFor = custodians(context)
  let done = 0
  for (;;) {
    const found = await store.adoptions.list({
      where: { nextOn: { before: addDays(dayOf(now), 1) } },
      orderBy: [['nextOn', 'asc']],
      limit: batchSize,
    })
    let moved = 0
    for (const adoption of found)
      if (await lookAt(adoption, await custodianFor(adoption.communityId), context)) moved += 1
    done += moved
    if (found.length < batchSize || moved === 0) return { done }
  }
}
