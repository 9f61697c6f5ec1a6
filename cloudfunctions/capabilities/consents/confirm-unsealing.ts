import type { consents } from '@/shared/contracts/consents'
import { isNotesTermOver } from '@/shared/domain/consents/consent'
import { liveOf } from '@/shared/domain/consents/standing'
import { decideConfirm } from '@/shared/domain/consents/unsealing'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { findConsent } from './find'

/** Another sworn counter agrees: the line is opened, to this one answer, and that it was stays on record. */
export const confirmUnsealing: Handler<typeof consents.confirmUnsealing> = async ({ id }, context) => {
  const { actor, now, store, transact } = context
  const found = await store.consentUnsealings.get(id)
  const consent = found && (await findConsent(store, found.consentId, actor))
  if (!found || !consent) return refuse('NOT_FOUND')
  const { consentId, pseudonym } = found
  const [household] = await store.consentHouseholds.list({ where: { consentId, pseudonym }, limit: 1 })
  if (!household) return refuse('NOT_FOUND')
  const { label, said, sequence } = household
  const live = liveOf(said, consent.rule)
  const lines = await store.consentNotes.list({
    where: { consentId, householdId: household.householdId },
    limit: sequence + 1,
  })
  const counts = live && said[live.channel]
  const note = lines.find(({ _id }) => counts && _id.endsWith(`:${counts.sequence}`))
  return transact(async (tx) => {
    const unsealing = await tx.consentUnsealings.get(id)
    if (!unsealing) return refuse('NOT_FOUND')
    const confirmed = decideConfirm(consent, unsealing, { personId: actor.personId, name: actor.name }, now)
    if (isRefusal(confirmed)) return confirmed
    await tx.consentUnsealings.put(confirmed)
    return {
      label,
      signerName: note?.signer?.name ?? null,
      goneFor: counts && !note ? (isNotesTermOver(consent, now) ? 'term' : 'left') : null,
      answer: live?.answer ?? null,
      channel: live?.channel ?? null,
    }
  })
}
