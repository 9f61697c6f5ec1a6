import type { activities } from '@/shared/contracts/activities'
import { canLead } from '@/shared/domain/activities/activity-rules'
import { isCheckInOpen } from '@/shared/domain/activities/check-in'
import { inOrder } from '@/shared/domain/activities/tickets'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { rotatingCode } from '../../runtime/rotating-code'
import { namesOf } from '../../store/names-of'
import { canDecide, participationView } from './participation-view'
import { signupsOf } from './session-rows'

/** More people than any session holds. */
const peopleMax = 1000

/** The leader's live screen: the code of the moment, and everybody who signed up with how they came. Four requests, however many. */
export const getRoster: Handler<typeof activities.getRoster> = async ({ id }, { actor, now, store }) => {
  const session = await store.sessions.get(id)
  if (session?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  if (!canLead(session, actor)) return refuse('FORBIDDEN')
  const [signups, participations] = await Promise.all([
    signupsOf(store, id),
    store.participations.list({ where: { sessionId: id }, limit: peopleMax }),
  ])
  const listed = inOrder(signups, session.capacity, now)
  const nameOf = await namesOf(
    store,
    listed.map(({ signup }) => signup.personId),
  )
  const code = isCheckInOpen(session, now) ? rotatingCode(session.secret, id, now) : null
  return {
    id,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    now: toInstant(now),
    code: code && { digits: code.code, scan: `session:${id}:${code.code}`, changesAt: toInstant(code.changesAt) },
    isCancelled: session.state === 'cancelled',
    canCancel: session.state === 'open' && Date.parse(session.startsAt) > now,
    signedUp: listed.length,
    present: participations.length,
    rows: listed.map(({ signup, standing }) => {
      const { personId, children } = signup
      const participation = participations.find((one) => one.personId === personId)
      return {
        personId,
        name: nameOf(personId),
        standing: standing.kind,
        children: children.map((child) => child.name),
        participation: participation ? participationView(participation, nameOf(personId)) : null,
        canDecide: participation !== undefined && canDecide(participation, actor.personId),
      }
    }),
  }
}
