import type { activities } from '@/shared/contracts/activities'
import { mostOf } from '@/shared/domain/activities/plan'
import type { Session, Signup } from '@/shared/domain/activities/records'
import type { OutputOf } from '@/shared/kernel/capability'
import type { ReadStore } from '../../store/store'

export type SessionRow = OutputOf<typeof activities.listSessions>['sessions'][number]

/** Every sign-up of a session, those given back included; as many as one answer holds. */
export const signupsOf = (store: ReadStore, sessionId: string): Promise<Signup[]> =>
  store.signups.list({ where: { sessionId }, orderBy: [['ticket', 'asc']], limit: 1000 })

export const rowOf = (
  session: Session,
  { seats, ...own }: { seats: number; isMine: boolean; isWaiting: boolean },
): SessionRow => {
  const { _id, activityId, theme, title, startsAt, endsAt, place, capacity, state, isMissed } = session
  return {
    id: _id,
    activityId,
    theme,
    title,
    startsAt,
    endsAt,
    place,
    capacity,
    taken: Math.min(seats, capacity),
    waiting: Math.max(0, seats - capacity),
    halfPointsMax: mostOf(session),
    isCancelled: state === 'cancelled',
    isMissed,
    ...own,
  }
}

/** Rows of sessions with the seats asked for and whether the caller is among them. One request, none for none. */
export const rowsOf = async (
  store: ReadStore,
  sessions: readonly Session[],
  personId: string,
): Promise<SessionRow[]> => {
  if (sessions.length === 0) return []
  const sums = (await store.aggregate('signups', { sessionId: { in: sessions.map(({ _id }) => _id) }, state: 'live' }, [
    {
      group: {
        _id: '$sessionId',
        seats: { $sum: '$seats' },
        mine: { $sum: { $cond: [{ $eq: ['$personId', personId] }, 1, 0] } },
        waits: {
          $sum: { $cond: [{ $and: [{ $eq: ['$personId', personId] }, { $ne: ['$told', 'place'] }] }, 1, 0] },
        },
      },
    },
  ])) as { _id: string; seats: number; mine: number; waits: number }[]
  return sessions.map((session) => {
    const { seats = 0, mine = 0, waits = 0 } = sums.find(({ _id }) => _id === session._id) ?? {}
    return rowOf(session, { seats, isMine: mine > 0, isWaiting: waits > 0 })
  })
}
