import type { consents } from '@/shared/contracts/consents'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { findOwnContact } from './own-contact'

/** Every try to reach a household, for its contact of today, also those of the contact before. */
export const listContactLogs: Handler<typeof consents.listContactLogs> = async (input, { actor, now, store }) => {
  const own = await findOwnContact(store, input.id, input.householdId, actor)
  if (!own) return refuse('NOT_FOUND')
  const found = await store.consentContactLogs.list({
    ...afterKey({ consentHouseholdId: own.household._id }, input.cursor, 'at', 'desc'),
    limit: pageSize + 1,
  })
  return {
    label: own.household.label,
    logs: found
      .slice(0, pageSize)
      .map(({ _id, at, by, way, isReached, words }) => ({ id: _id, at, byName: by.name, way, isReached, words })),
    next: nextCursor(found, ({ at }) => at),
    now: toInstant(now),
  }
}
