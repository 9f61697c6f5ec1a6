import type { consents } from '@/shared/contracts/consents'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { findConsent } from './find'

/** Doors where paper and online say different things; which is which only their contact knows. */
export const listConflicts: Handler<typeof consents.listConflicts> = async ({ id, cursor }, { actor, store }) => {
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const found = await store.consentHouseholds.list({
    ...afterKey({ consentId: id, isInConflict: true }, cursor, 'order', 'asc'),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const ids = [...new Set(page.map(({ contactId }) => contactId))]
  const people = ids.length > 0 ? await store.persons.list({ where: { _id: { in: ids } } }) : []
  const nameOf = new Map(people.map(({ _id, name }) => [_id, name]))
  return {
    households: page.map(({ householdId, label, contactId }) => ({
      householdId,
      label,
      contactName: nameOf.get(contactId) ?? '',
    })),
    next: nextCursor(found, ({ order }) => order),
  }
}
