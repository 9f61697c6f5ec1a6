import type { notices } from '@/shared/contracts/notices'
import { creditsMax, subscriptionId } from '@/shared/domain/notices/message'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** One more message of each kind that was allowed; what somebody claims beyond WeChat's word only makes a message be refused. */
export const addSubscriptions: Handler<typeof notices.addSubscriptions> = async ({ accepted }, context) => {
  const { actor, now, transact } = context
  return transact(async (tx) => {
    const credits = []
    for (const key of new Set(accepted)) {
      const _id = subscriptionId(actor.personId, key)
      const held = await tx.subscriptions.get(_id)
      const next = Math.min((held?.credits ?? 0) + 1, creditsMax)
      await tx.subscriptions.put({
        _id,
        communityId: actor.communityId,
        personId: actor.personId,
        template: key,
        credits: next,
        updatedAt: toInstant(now),
      })
      credits.push({ key, credits: next })
    }
    return { credits }
  })
}
