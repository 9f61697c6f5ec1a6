import { randomUUID } from 'node:crypto'
import { redemptionWithout } from '@/shared/domain/redemptions/redemption'
import { releaseHold } from '../capabilities/redemptions/release'
import { batchSize, type JobContext } from './job'

const removedAtOnce = 50

/**
 * Whoever leaves fetches nothing any more: what they set aside from their own account is on offer again, and what was handed out stays in
 * the books without them. What a family set aside stays the family's.
 */
export const endRedemptions = async (personId: string, { store, now }: JobContext): Promise<void> => {
  // Drawn by chance and kept nowhere else, so that nobody can find out who it was.
  const strangerId = `left-${randomUUID()}`
  for (;;) {
    const found = await store.redemptions.list({ where: { personId }, limit: batchSize })
    for (const { _id } of found)
      await store.transact(async (tx) => {
        const redemption = await tx.redemptions.get(_id)
        if (!redemption) return
        const isOpen = redemption.state === 'held' && redemption.payer === 'person'
        const ended = isOpen ? await releaseHold(tx, redemption, 'cancelled', now) : redemption
        await tx.redemptions.put(redemptionWithout(ended, strangerId))
      })
    if (found.length < batchSize) break
  }
  for (;;) {
    const found = await store.rewardTallies.list({ where: { personId }, limit: removedAtOnce })
    await store.transact(async (tx) => {
      for (const { _id } of found) await tx.rewardTallies.remove(_id)
    })
    if (found.length < removedAtOnce) return
  }
}
