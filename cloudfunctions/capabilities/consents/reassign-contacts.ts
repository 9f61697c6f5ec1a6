import type { consents } from '@/shared/contracts/consents'
import { closedFor } from '@/shared/domain/consents/consent'
import { reassignedNotice } from '@/shared/domain/consents/consent-notices'
import { assignEvenly } from '@/shared/domain/consents/contacts'
import { refuse } from '@/shared/kernel/decision'
import { contactTiers } from '../../runtime/contact-tiers'
import type { Handler } from '../../runtime/handler'
import { listWhole, partsOf } from '../../store/whole'
import { findConsent } from './find'

type Load = { _id: string; count: number }

/**
 * Spreads somebody's households over the others who may have them, whoever has fewest first: those that have answered too, which may think
 * again, and of which the number would else tell how many have not. Each moves by itself and only while it is still theirs, so that doing
 * it twice moves nothing twice. Who has them now is told.
 */
export const reassignContacts: Handler<typeof consents.reassignContacts> = async ({ id, personId }, context) => {
  const { actor, now, newId, store, directory, transact } = context
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const closed = closedFor(consent, now)
  if (closed) return closed
  const theirs = { consentId: id, contactId: personId }
  const [households, loads, tiers] = await Promise.all([
    listWhole(store.consentHouseholds, theirs),
    store.aggregate('consentHouseholds', { consentId: id }, [
      { group: { _id: '$contactId', count: { $sum: 1 } } },
    ]) as Promise<Load[]>,
    contactTiers(store, await directory(), now, [personId]),
  ])
  const asked = [...households]
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ householdId, buildingId, unitId }) => ({
      householdId,
      tiers: tiers({ _id: householdId, buildingId, unitId }),
    }))
  if (asked.some((one) => one.tiers.every((people) => people.length === 0))) return refuse('CONTACT_ALONE')
  const to = assignEvenly(asked, new Map(loads.map(({ _id, count }) => [_id, count])))
  const byContact = new Map<string, string[]>()
  for (const [householdId, contactId] of to)
    byContact.set(contactId, [...(byContact.get(contactId) ?? []), householdId])
  const given = new Map<string, number>()
  for (const [contactId, ids] of byContact)
    for (const part of partsOf(ids)) {
      const where = { ...theirs, householdId: { in: part } }
      const count = await store.consentHouseholds.updateWhere(where, { contactId })
      if (count > 0) given.set(contactId, (given.get(contactId) ?? 0) + count)
    }
  const key = newId('notice')
  return transact(async (tx) => {
    for (const [recipientId, count] of given)
      await tx.notices.create(reassignedNotice(consent, { key, recipientId, count, now }))
    return { moved: [...given.values()].reduce((sum, count) => sum + count, 0) }
  })
}
