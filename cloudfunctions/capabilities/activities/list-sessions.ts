import type { activities } from '@/shared/contracts/activities'
import { addDays, dayOf, startOfDay, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { rowsOf } from './session-rows'

/** Sessions from a day on, today by default, in the order in which they start. Two requests. */
export const listSessions: Handler<typeof activities.listSessions> = async (
  { from, to, theme, cursor },
  { actor, now, store },
) => {
  const { communityId, personId } = actor
  // One millisecond early, because `after` leaves the instant itself out.
  const after = toInstant(startOfDay(from ?? dayOf(now)) - 1)
  const startsAt = { after, before: toInstant(startOfDay(addDays(to ?? '9998-12-30', 1))) }
  const found = await store.sessions.list({
    ...afterKey({ communityId, ...(theme ? { theme } : {}), startsAt }, cursor, 'startsAt', 'asc'),
    limit: pageSize + 1,
  })
  return {
    sessions: await rowsOf(store, found.slice(0, pageSize), personId),
    now: toInstant(now),
    next: nextCursor(found, ({ startsAt }) => startsAt),
  }
}
