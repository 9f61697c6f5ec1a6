import type { consents } from '@/shared/contracts/consents'
import { closedFor } from '@/shared/domain/consents/consent'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { isContactOf, linkDigest } from './find'
import { findOwnContact } from './own-contact'

/** A link for an owner who is away, or for whoever has the owner's letter. Its secret is kept as a digest; a new one ends the old. */
export const makeAnswerLink: Handler<typeof consents.makeAnswerLink> = async (input, context) => {
  const { actor, now, store, newSecret, transact } = context
  const own = await findOwnContact(store, input.id, input.householdId, actor)
  if (!own) return refuse('NOT_FOUND')
  const closed = closedFor(own.consent, now)
  if (closed) return closed
  const link = newSecret()
  return transact(async (tx) => {
    const household = await tx.consentHouseholds.get(own.household._id)
    if (!household || !isContactOf(household, actor)) return refuse('NOT_FOUND')
    const { name, as } = input
    await tx.consentHouseholds.put({
      ...household,
      link: { digest: linkDigest(input.id, link), byId: actor.personId, name, as },
      updatedAt: toInstant(now),
    })
    return { link, path: `/packages/participation/consent/index?id=${input.id}&link=${link}` }
  })
}
