import type { activities } from '@/shared/contracts/activities'
import { decidedNotice } from '@/shared/domain/activities/activity-notices'
import { canLead, isActivityStaff } from '@/shared/domain/activities/activity-rules'
import { decided } from '@/shared/domain/activities/check-in'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { chanceOf } from './chance'
import { noticeIdOf, volunteerIdOf } from './ids'
import { namesOf } from '../../store/names-of'
import { participationView } from './participation-view'
import { settle } from './settle'

/** Agrees to somebody's coming, or does not; what they are awarded for it follows at once where they are out already. */
export const decideParticipation: Handler<typeof activities.decideParticipation> = async (
  { id, isConfirmed, reason = null },
  context,
) => {
  const { actor, now, store, transact } = context
  const found = await store.participations.get(id)
  const session = found && (await store.sessions.get(found.sessionId))
  if (!session || session.communityId !== actor.communityId) return refuse('NOT_FOUND')
  // Only those who are to decide may know that somebody came.
  const isParty = canLead(session, actor) || isActivityStaff(actor) || found.personId === actor.personId
  if (!isParty) return refuse('NOT_FOUND')
  const nameOf = await namesOf(store, [found.personId])
  const chance = chanceOf(context)
  const { personId } = actor
  return transact(async (tx) => {
    const before = await tx.participations.get(id)
    const volunteer = before && (await tx.volunteers.get(volunteerIdOf(before.personId)))
    if (!before || !volunteer) return refuse('NOT_FOUND')
    const changed = decided(before, session, { personId, isConfirmed, reason, now })
    if (isRefusal(changed)) return changed
    if (changed === before) return participationView(before, nameOf(before.personId))
    const after = await settle(tx, session, volunteer, before, changed, chance, now)
    await tx.notices.create(decidedNotice(after, session, noticeIdOf('decided', id), now))
    return participationView(after, nameOf(after.personId))
  })
}
