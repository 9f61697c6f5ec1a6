import type { activities } from '@/shared/contracts/activities'
import { standingOf } from '@/shared/domain/activities/tickets'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { participationIdOf } from './ids'
import { participationView } from './participation-view'
import { rowOf } from './session-rows'

/** How long after its start a session is still among those ahead: longer than that none lasts. */
const lastsMs = 8 * 3_600_000

/** What somebody has signed up for, ahead or past, with what came of it. Four requests, however many there are. */
export const listMySignups: Handler<typeof activities.listMySignups> = async (
  { when, cursor },
  { actor, now, store },
) => {
  const { personId, name } = actor
  const line = toInstant(now - lastsMs)
  const isAhead = when === 'ahead'
  const found = await store.signups.list({
    ...afterKey(
      { personId, state: 'live', startsAt: isAhead ? { after: line } : { before: line } },
      cursor,
      'startsAt',
      isAhead ? 'asc' : 'desc',
    ),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const ids = page.map(({ sessionId }) => sessionId)
  const [sessions, beside, participations] = await Promise.all([
    ids.length > 0 ? store.sessions.list({ where: { _id: { in: ids } } }) : [],
    // Where somebody stood in what is over does not matter any more.
    isAhead && ids.length > 0 ? store.signups.list({ where: { sessionId: { in: ids } }, limit: 1000 }) : [],
    ids.length > 0
      ? store.participations.list({ where: { _id: { in: ids.map((id) => participationIdOf(id, personId)) } } })
      : [],
  ])
  return {
    signups: page.flatMap((signup) => {
      const session = sessions.find(({ _id }) => _id === signup.sessionId)
      if (!session) return []
      const all = beside.filter(({ sessionId }) => sessionId === signup.sessionId)
      const standing = standingOf(signup, isAhead ? all : [signup], session.capacity, now)
      const participation = participations.find(({ sessionId }) => sessionId === signup.sessionId)
      const seats = all.reduce((sum, one) => sum + (one.state === 'live' ? one.seats : 0), 0)
      return [
        {
          session: rowOf(session, { seats, isMine: true }),
          standing: standing.kind,
          ahead: standing.kind === 'waiting' ? standing.ahead : 0,
          participation: participation ? participationView(participation, name) : null,
        },
      ]
    }),
    now: toInstant(now),
    next: nextCursor(found, ({ startsAt }) => startsAt),
  }
}
