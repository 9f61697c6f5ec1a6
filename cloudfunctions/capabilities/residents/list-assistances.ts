import type { residents } from '@/shared/contracts/residents'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { shownAssistance } from './assistance-view'

/** The caller's own assistances, the last first; the one that is on, if any, is among the first. */
export const listAssistances: Handler<typeof residents.listAssistances> = async ({ cursor }, { actor, now, store }) => {
  const found = await store.assistances.list({
    ...afterKey({ 'by.personId': actor.personId }, cursor, 'startedAt', 'desc'),
    limit: pageSize + 1,
  })
  return {
    assistances: found.slice(0, pageSize).map((one) => shownAssistance(one, now)),
    next: nextCursor(found, ({ startedAt }) => startedAt),
    now: toInstant(now),
  }
}
