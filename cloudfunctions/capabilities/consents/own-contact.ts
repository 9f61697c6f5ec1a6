import type { Consent } from '@/shared/domain/consents/consent'
import { consentHouseholdIdOf, type ConsentHousehold } from '@/shared/domain/consents/household'
import type { Actor } from '@/shared/kernel/actor'
import type { ReadStore } from '../../store/store'
import { findConsent, isContactOf } from './find'

/** A household of a consent whose contact the actor is; null for any other, and for one that is not there. Two requests. */
export const findOwnContact = async (
  store: ReadStore,
  id: string,
  householdId: string,
  actor: Actor,
): Promise<{ consent: Consent; household: ConsentHousehold } | null> => {
  const [consent, household] = await Promise.all([
    findConsent(store, id, actor),
    store.consentHouseholds.get(consentHouseholdIdOf(id, householdId)),
  ])
  return consent && household && isContactOf(household, actor) ? { consent, household } : null
}
