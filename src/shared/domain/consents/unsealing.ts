import * as z from 'zod'
import { refuse, type Refusal } from '../../kernel/decision'
import { id, instant } from '../../kernel/shapes'
import { dayMs, toInstant } from '../../kernel/time'
import type { Consent } from './consent'

const who = z.strictObject({ personId: id, name: z.string() })

/**
 * One line of an export opened to a name (拆封核对), by two sworn counters (监票人) together: one asks and says why, another confirms. It
 * stays on record who did, whether or not anything was opened; what was opened does not.
 */
export const unsealingRecord = z.strictObject({
  _id: id,
  communityId: id,
  consentId: id,
  pseudonym: id,
  reason: z.string(),
  askedBy: who,
  askedAt: instant,
  confirmedBy: who.nullable(),
  confirmedAt: instant.nullable(),
})
export type Unsealing = z.infer<typeof unsealingRecord>

type Counter = z.infer<typeof who>

/** So long one counter waits for the other. */
const waitMs = dayMs

/** One of the sworn counters of a consent. */
export const isCounter = ({ counters }: Pick<Consent, 'counters'>, { personId }: Pick<Counter, 'personId'>): boolean =>
  counters.some((counter) => counter.personId === personId)

/** The first counter asks for one line, after the count. */
export const decideAsk = (
  consent: Consent,
  { _id, pseudonym, reason, by }: { _id: string; pseudonym: string; reason: string; by: Counter },
  now: number,
): Unsealing | Refusal<'NOT_FOUND' | 'CONSENT_NOT_COUNTED'> => {
  if (!isCounter(consent, by)) return refuse('NOT_FOUND')
  if (consent.state !== 'counted' && consent.state !== 'published') return refuse('CONSENT_NOT_COUNTED')
  const { communityId, _id: consentId } = consent
  const asked = { _id, communityId, consentId, pseudonym, reason, askedBy: by, askedAt: toInstant(now) }
  return { ...asked, confirmedBy: null, confirmedAt: null }
}

/** Another counter confirms within a day; nobody confirms what they asked for. */
export const decideConfirm = (
  consent: Consent,
  unsealing: Unsealing,
  by: Counter,
  now: number,
): Unsealing | Refusal<'NOT_FOUND' | 'UNSEALING_OWN' | 'UNSEALING_OVER'> => {
  if (!isCounter(consent, by)) return refuse('NOT_FOUND')
  if (unsealing.askedBy.personId === by.personId) return refuse('UNSEALING_OWN')
  if (unsealing.confirmedBy || Date.parse(unsealing.askedAt) + waitMs <= now) return refuse('UNSEALING_OVER')
  return { ...unsealing, confirmedBy: by, confirmedAt: toInstant(now) }
}
