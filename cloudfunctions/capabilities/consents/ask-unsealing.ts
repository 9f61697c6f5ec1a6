import type { consents } from '@/shared/contracts/consents'
import { decideAsk } from '@/shared/domain/consents/unsealing'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { findConsent } from './find'
import { unsealingView } from './unsealing-view'

/** A sworn counter asks for one line to be opened; nothing is, until another agrees. */
export const askUnsealing: Handler<typeof consents.askUnsealing> = async ({ id, pseudonym, reason }, context) => {
  const { actor, now, store, newId, transact } = context
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const by = { personId: actor.personId, name: actor.name }
  const asked = decideAsk(consent, { _id: newId('unsealing'), pseudonym, reason, by }, now)
  if (isRefusal(asked)) return asked
  const found = await store.consentHouseholds.list({ where: { consentId: id, pseudonym }, limit: 1 })
  if (found.length === 0) return refuse('UNSEALING_NO_LINE')
  return transact(async (tx) => {
    await tx.consentUnsealings.create(asked)
    return unsealingView(consent, asked, actor, now)
  })
}
