import type { activities } from '@/shared/contracts/activities'
import { mostOf } from '@/shared/domain/activities/plan'
import type { Session, Signup } from '@/shared/domain/activities/records'
import type { OutputOf } from '@/shared/kernel/capability'
import type { Theme } from '@/shared/kernel/themes'
import type { ReadStore } from '../../store/store'

export type SessionRow = OutputOf<typeof activities.listSessions>['sessions'][number]

/** Every sign-up of a session, those given back included; as many as one answer holds. */
export const signupsOf = (store: ReadStore, sessionId: string): Promise<Signup[]> =>
  store.signups.list({ where: { sessionId }, orderBy: [['ticket', 'asc']], limit: 1000 })

export const rowOf = (
  session: Session,
  { seats, isMine, names }: { seats: number; isMine: boolean; names: Record<Theme, string> },
): SessionRow => {
  const { _id, activityId, theme, title, startsAt, endsAt, place, capacity, state, isMissed } = session
  return {
    id: _id,
    activityId,
    theme,
    themeName: names[theme],
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
    isMine,
  }
}

/** Rows of sessions with the seats taken and whether the caller is among them. Two requests, none for none. */
export const rowsOf = async (
  store: ReadStore,
  sessions: readonly Session[],
  names: Record<Theme, string>,
  personId: string,
): Promise<SessionRow[]> => {
  if (sessions.length === 0) return []
  const where = { sessionId: { in: sessions.map(({ _id }) => _id) }, state: 'live' }
  const [sums, own] = await Promise.all([
    store.aggregate('signups', where, [{ group: { _id: '$sessionId', seats: { $sum: '$seats' } } }]) as Promise<
      { _id: string; seats: number }[]
    >,
    store.signups.list({ where: { ...where, personId } }),
  ])
  const seatsOf = new Map(sums.map(({ _id, seats }) => [_id, seats]))
  const mine = new Set(own.map(({ sessionId }) => sessionId))
  return sessions.map((session) =>
    rowOf(session, { seats: seatsOf.get(session._id) ?? 0, isMine: mine.has(session._id), names }),
  )
}
