import type { consents } from '@/shared/contracts/consents'
import { consentHouseholdIdOf } from '@/shared/domain/consents/household'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { findConsent } from './find'

/** Whom a paper that was brought to the desk is given to. Of the household itself it tells nothing. */
export const getContact: Handler<typeof consents.getContact> = async ({ id, householdId }, { actor, store }) => {
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const household = await store.consentHouseholds.get(consentHouseholdIdOf(id, householdId))
  if (!household) return refuse('HOUSEHOLD_NOT_IN_CONSENT')
  const contact = await store.persons.get(household.contactId)
  return {
    label: household.label,
    name: contact?.name ?? '',
    phone: contact?.dutyPhone ?? null,
    isMe: household.contactId === actor.personId,
  }
}
