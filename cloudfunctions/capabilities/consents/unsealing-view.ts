import type { Consent } from '@/shared/domain/consents/consent'
import { decideConfirm, type Unsealing } from '@/shared/domain/consents/unsealing'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal } from '@/shared/kernel/decision'

/** One request to open a line, as its counters and the desk read it. */
export const unsealingView = (consent: Consent, unsealing: Unsealing, { personId, name }: Actor, now: number) => ({
  id: unsealing._id,
  pseudonym: unsealing.pseudonym,
  reason: unsealing.reason,
  askedByName: unsealing.askedBy.name,
  askedAt: unsealing.askedAt,
  confirmedByName: unsealing.confirmedBy?.name ?? null,
  confirmedAt: unsealing.confirmedAt,
  canConfirm: !isRefusal(decideConfirm(consent, unsealing, { personId, name }, now)),
})
