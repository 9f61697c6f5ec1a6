import type { activities } from '@/shared/contracts/activities'
import { canLead, canSetLeader, checkInFrom } from '@/shared/domain/activities/activity-rules'
import { isCheckInOpen } from '@/shared/domain/activities/check-in'
import { standingOf } from '@/shared/domain/activities/tickets'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { participationIdOf } from './ids'
import { namesOf } from '../../store/names-of'
import { rowOf, signupsOf } from './session-rows'
import { themesOf } from '../../store/themes'

/** One session, with where the caller stands. */
export const getSession: Handler<typeof activities.getSession> = async ({ id }, context) => {
  const { actor, now, store, files } = context
  const session = await store.sessions.get(id)
  if (session?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  const [activity, signups, participation, { names }, nameOf, urls] = await Promise.all([
    store.activities.get(session.activityId),
    signupsOf(store, id),
    store.participations.get(participationIdOf(id, actor.personId)),
    themesOf(store, actor.communityId),
    namesOf(store, [session.leaderId]),
    session.coverFileId ? files.urlsOf([session.coverFileId]) : new Map<string, string>(),
  ])
  const live = signups.filter(({ state }) => state === 'live')
  const own = live.find(({ personId }) => personId === actor.personId)
  const standing = own && standingOf(own, signups, session.capacity, now)
  const isAhead = session.state === 'open' && Date.parse(session.startsAt) > now
  const isOpen = isCheckInOpen(session, now)
  const seats = live.reduce((sum, one) => sum + one.seats, 0)
  return {
    ...rowOf(session, {
      seats,
      isMine: own !== undefined,
      isWaiting: standing !== undefined && standing.kind !== 'place',
    }),
    themeName: names[session.theme],
    now: toInstant(now),
    text: activity?.text ?? '',
    skills: activity?.skills ?? [],
    headCountMin: session.headCountMin,
    coverUrl: (session.coverFileId && urls.get(session.coverFileId)) ?? null,
    leaderName: nameOf(session.leaderId),
    cancelledFor: session.isReasonPublic || canLead(session, actor) ? session.cancelledFor : null,
    mine:
      own && standing
        ? {
            standing: standing.kind,
            ahead: standing.kind === 'waiting' ? standing.ahead : 0,
            children: own.children.length,
            isIn: participation !== null,
            isOut: participation !== null && participation.outAt !== null,
          }
        : null,
    checkInFrom: toInstant(checkInFrom(session)),
    canSignUp: isAhead && !own && !actor.isNewcomer,
    canCancelSignup: isAhead && own !== undefined && !participation,
    canCheckIn: isOpen && standing?.kind === 'place' && !participation,
    canCheckOut: isOpen && participation !== null && participation.outAt === null,
    canLead: canLead(session, actor),
    canSetLeader: canSetLeader(session, actor),
    canBringChildren: actor.householdId !== undefined,
  }
}
