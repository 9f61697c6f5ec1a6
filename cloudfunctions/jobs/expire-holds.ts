import { isDue, type Redemption } from '@/shared/domain/redemptions/redemption'
import { redemptionNotice } from '@/shared/domain/redemptions/redemption-notices'
import { toInstant } from '@/shared/kernel/time'
import { recipientsOf } from '../capabilities/redemptions/own'
import { releaseHold } from '../capabilities/redemptions/release'
import { batchSize, type Job, type JobContext } from './job'

/** Gives one back and says so, unless it was fetched or cancelled meanwhile. */
const giveBack = async (due: Redemption, { store, now }: JobContext): Promise<boolean> => {
  const told = await recipientsOf(due, store)
  return store.transact(async (tx) => {
    const redemption = await tx.redemptions.get(due._id)
    if (redemption?.state !== 'held' || !isDue(redemption, now)) return false
    const released = await releaseHold(tx, redemption, 'expired', now)
    for (const recipientId of told) await tx.notices.create(redemptionNotice(released, 'expired', { recipientId, now }))
    return true
  })
}

/** Gives back what nobody fetched in time: points, stock and redemption together, one a transaction, so that running twice gives back once. */
export const expireHolds: Job = async (context) => {
  const { store, now } = context
  let done = 0
  for (;;) {
    const found = await store.redemptions.list({
      where: { dueAt: { before: toInstant(now + 1) } },
      orderBy: [['dueAt', 'asc']],
      limit: batchSize,
    })
    let given = 0
    for (const due of found) if (await giveBack(due, context)) given += 1
    done += given
    if (found.length < batchSize || given === 0) return { done }
  }
}
