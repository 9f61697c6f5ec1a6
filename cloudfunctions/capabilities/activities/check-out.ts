import type { activities } from '@/shared/contracts/activities'
import { checkedOut } from '@/shared/domain/activities/check-in'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { participationIdOf, volunteerIdOf } from './ids'
import { meansOf } from './means-of'
import { participationView } from './participation-view'
import { settle } from './settle'

/** Checks the caller out, once, and awards what nobody has to agree to any more. */
export const checkOut: Handler<typeof activities.checkOut> = async ({ id, at }, context) => {
  const { actor, now, store, transact } = context
  const session = await store.sessions.get(id)
  if (session?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  if (session.state === 'cancelled') return refuse('SESSION_CANCELLED')
  const means = await meansOf(context)
  return transact(async (tx) => {
    const before = await tx.participations.get(participationIdOf(id, actor.personId))
    const volunteer = await tx.volunteers.get(volunteerIdOf(actor.personId))
    if (!before || !volunteer) return refuse('NOT_CHECKED_IN')
    if (before.outAt) return participationView(before, actor.name)
    const left = checkedOut(before, Math.min(Date.parse(at), now), 'self')
    return participationView(await settle(tx, session, volunteer, before, left, means, now), actor.name)
  })
}
