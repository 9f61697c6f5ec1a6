import type { activities } from '@/shared/contracts/activities'
import { cancelled, withoutSignup } from '@/shared/domain/activities/sign-up'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { participationIdOf, signupIdOf, volunteerIdOf } from './ids'
import { movedUp, tellMovedUp } from './move-up'
import { signupsOf } from './session-rows'

/** Gives a place back. Whoever moves up by it is told at once; should two give back at the same moment, a job tells the second. */
export const cancelSignup: Handler<typeof activities.cancelSignup> = async ({ id, reason }, context) => {
  const { actor, now, store, transact } = context
  const session = await store.sessions.get(id)
  if (session?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  const [_id, volunteerId] = [signupIdOf(id, actor.personId), volunteerIdOf(actor.personId)]
  const others = (await signupsOf(store, id)).filter((one) => one._id !== _id)
  return transact(async (tx) => {
    const signup = await tx.signups.get(_id)
    if (signup?.state !== 'live') return refuse('NOT_SIGNED_UP')
    if (Date.parse(session.startsAt) <= now) return refuse('SESSION_BEGUN')
    // Whoever is there holds their place: given back, it would be somebody else's, and both would earn by it.
    if (await tx.participations.get(participationIdOf(id, actor.personId))) return refuse('ALREADY_CHECKED_IN')
    const given = cancelled(signup, reason)
    await tx.signups.put(given)
    const volunteer = await tx.volunteers.get(volunteerId)
    if (volunteer) await tx.volunteers.put(withoutSignup(volunteer, id))
    await tellMovedUp(tx, session, movedUp(session, [...others, given], now), now)
    return { id }
  })
}
