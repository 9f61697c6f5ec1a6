import type { consents } from '@/shared/contracts/consents'
import { assignEvenly } from '@/shared/domain/consents/contacts'
import { refuse } from '@/shared/kernel/decision'
import { contactTiers } from '../../runtime/contact-tiers'
import type { Handler } from '../../runtime/handler'
import { findConsent } from './find'

const movedMax = 1000

type Load = { _id: string; count: number }

/**
 * Spreads somebody's unanswered households over the others who may have them, whoever has fewest first. Each moves by itself and only
 * while it is still theirs, so that doing it twice moves nothing twice.
 */
export const reassignContacts: Handler<typeof consents.reassignContacts> = async ({ id, personId }, context) => {
  const { actor, now, store, directory } = context
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const theirs = { consentId: id, contactId: personId, isAnswered: false }
  const [households, loads, tiers] = await Promise.all([
    store.consentHouseholds.list({ where: theirs, orderBy: [['order', 'asc']], limit: movedMax }),
    store.aggregate('consentHouseholds', { consentId: id, isAnswered: false }, [
      { group: { _id: '$contactId', count: { $sum: 1 } } },
    ]) as Promise<Load[]>,
    contactTiers(store, await directory(), now, [personId]),
  ])
  const asked = households.map(({ householdId, buildingId, unitId }) => ({
    householdId,
    tiers: tiers({ _id: householdId, buildingId, unitId }),
  }))
  if (asked.some((one) => one.tiers.every((people) => people.length === 0))) return refuse('CONTACT_ALONE')
  const to = assignEvenly(asked, new Map(loads.map(({ _id, count }) => [_id, count])))
  const byContact = new Map<string, string[]>()
  for (const [householdId, contactId] of to)
    byContact.set(contactId, [...(byContact.get(contactId) ?? []), householdId])
  let moved = 0
  for (const [contactId, ids] of byContact)
    moved += await store.consentHouseholds.updateWhere({ ...theirs, householdId: { in: ids } }, { contactId })
  return { moved }
}
