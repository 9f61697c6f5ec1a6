import type { redemptions } from '@/shared/contracts/redemptions'
import { centreView } from '@/shared/domain/redemptions/centre'
import { refuse } from '@/shared/kernel/decision'
import { isInForce } from '@/shared/kernel/roles'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { listPosts } from '../../store/reads'

/** Puts a centre on record, or changes what is said of it. */
export const setCentre: Handler<typeof redemptions.setCentre> = async (
  { id, ...said },
  { actor, now, store, newId, transact },
) => {
  const { communityId } = actor
  const posts = await listPosts(store, communityId, ['clerk'])
  const fit = new Set(posts.filter(({ posting }) => isInForce(posting, dayOf(now))).map(({ person }) => person._id))
  if (said.clerkIds.some((clerkId) => !fit.has(clerkId))) return refuse('CLERK_UNFIT')
  const _id = id ?? newId('centre')
  return transact(async (tx) => {
    const before = id ? await tx.centres.get(id) : null
    if (id && before?.communityId !== communityId) return refuse('NOT_FOUND')
    const centre = { ...said, clerkIds: [...new Set(said.clerkIds)], _id, communityId }
    const next = { ...centre, createdAt: before?.createdAt ?? toInstant(now) }
    await tx.centres.put(next)
    return centreView(next, now)
  })
}
