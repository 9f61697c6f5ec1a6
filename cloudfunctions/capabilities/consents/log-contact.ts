import type { consents } from '@/shared/contracts/consents'
import { decideContact } from '@/shared/domain/consents/answer'
import { contactView } from '@/shared/domain/consents/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { isContactOf, readBefore } from './find'
import { findOwnContact } from './own-contact'

/** Notes that a household was reached, or was not. */
export const logContact: Handler<typeof consents.logContact> = async (input, context) => {
  const { actor, now, store, newId, transact } = context
  const own = await findOwnContact(store, input.id, input.householdId, actor)
  if (!own) return refuse('NOT_FOUND')
  const _id = newId('contact')
  return transact(async (tx) => {
    const before = await readBefore(tx, own.household)
    if (!before || !isContactOf(before.household, actor)) return refuse('NOT_FOUND')
    const after = decideContact(before, input.isReached, now)
    if (isRefusal(after)) return after
    await tx.consentTallies.put(after.tally)
    await tx.consentHouseholds.put(after.household)
    await tx.consentContactLogs.create({
      _id,
      communityId: actor.communityId,
      consentId: input.id,
      consentHouseholdId: after.household._id,
      at: toInstant(now),
      by: { personId: actor.personId, name: actor.name },
      way: input.way,
      isReached: input.isReached,
      words: input.words ?? null,
    })
    return contactView(after.household, before.consent.rule)
  })
}
