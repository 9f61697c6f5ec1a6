import type { activities } from '@/shared/contracts/activities'
import type { Participation, Session, Signup } from '@/shared/domain/activities/records'
import { standingOf } from '@/shared/domain/activities/tickets'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { ReadStore, Stage } from '../../store/store'
import { participationView } from './participation-view'
import { rowOf } from './session-rows'

/** How long after its start a session is still among those ahead: longer than that none lasts. */
const lastsMs = 8 * 3_600_000

type Beside = Pick<Signup, 'ticket' | 'seats' | 'state' | 'givenBack' | 'takenAt'>
type Joined = Session & { own?: Participation[]; beside?: Beside[] }

/** What belongs to each session comes along with it: the caller's own coming, and every ticket where it matters who stands before whom. */
const joined = (from: 'participations' | 'signups', as: keyof Joined, where: object, fields?: object): Stage => ({
  lookup: {
    from,
    let: { sessionId: '$_id' },
    pipeline: [
      { $match: { ...where, $expr: { $eq: ['$sessionId', '$$sessionId'] } } },
      ...(fields ? [{ $project: fields }] : []),
    ],
    as,
  },
})

/** One request. */
const sessionsWith = async (
  store: ReadStore,
  ids: readonly string[],
  personId: string,
  isAhead: boolean,
): Promise<Joined[]> =>
  (await store.aggregate('sessions', { _id: { in: ids } }, [
    { limit: pageSize },
    joined('participations', 'own', { personId }),
    ...(isAhead ? [joined('signups', 'beside', {}, { ticket: 1, seats: 1, state: 1, givenBack: 1, takenAt: 1 })] : []),
  ])) as Joined[]

/** What somebody has signed up for, ahead or past, with what came of it. Three requests, however many there are. */
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
  const sessions = ids.length > 0 ? await sessionsWith(store, ids, personId, isAhead) : []
  return {
    signups: page.flatMap((signup) => {
      const session = sessions.find(({ _id }) => _id === signup.sessionId)
      if (!session) return []
      const { beside: all = [], own: [participation] = [] } = session
      // Where somebody stood in what is over does not matter any more.
      const standing = standingOf(signup, isAhead ? all : [signup], session.capacity, now)
      const seats = all.reduce((sum, one) => sum + (one.state === 'live' ? one.seats : 0), 0)
      return [
        {
          session: rowOf(session, { seats, isMine: true, isWaiting: standing.kind !== 'place' }),
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
