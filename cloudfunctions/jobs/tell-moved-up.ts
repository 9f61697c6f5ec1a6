import { toInstant } from '@/shared/kernel/time'
import { movedUp, tellMovedUp as tell } from '../capabilities/activities/move-up'
import { signupsOf } from '../capabilities/activities/session-rows'
import { batchSize, type Job } from './job'

/** Sessions looked at in one run, the next to start first. */
const sessionsMax = 50

/**
 * Tells whoever has come to a place without anybody noticing: two places given back at the same moment, or a number before theirs that
 * turned out to be nobody's. Each is told once.
 */
export const tellMovedUp: Job = async ({ store, now }) => {
  const waiting = await store.signups.list({
    where: { told: 'waiting', startsAt: { after: toInstant(now) } },
    orderBy: [['startsAt', 'asc']],
    limit: batchSize,
  })
  let done = 0
  for (const id of [...new Set(waiting.map(({ sessionId }) => sessionId))].slice(0, sessionsMax)) {
    const session = await store.sessions.get(id)
    const found = session ? movedUp(session, await signupsOf(store, id), now) : []
    if (session && found.length > 0) done += await store.transact((tx) => tell(tx, session, found, now))
  }
  return { done }
}
