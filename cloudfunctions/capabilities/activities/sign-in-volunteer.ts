import type { activities } from '@/shared/contracts/activities'
import { canLead } from '@/shared/domain/activities/activity-rules'
import { checkedIn } from '@/shared/domain/activities/check-in'
import { newVolunteer } from '@/shared/domain/activities/sign-up'
import { standingOf } from '@/shared/domain/activities/tickets'
import { isRefusal, refuse, type Refusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { participationIdOf, signupIdOf, volunteerIdOf } from './ids'
import { namesOf } from '../../store/names-of'
import { participationView } from './participation-view'
import { signupsOf } from './session-rows'

type OfGuest = 'SESSION_CANCELLED' | 'SESSION_SETTLED' | 'NOT_SIGNED_UP' | 'STILL_WAITING' | 'CHECKED_IN_ELSEWHERE'
const ofGuest = [
  'SESSION_CANCELLED',
  'SESSION_SETTLED',
  'NOT_SIGNED_UP',
  'STILL_WAITING',
  'CHECKED_IN_ELSEWHERE',
] as const
/** Whatever else is wrong with it comes of the hour, as there is no code and no place to be wrong. */
const saidToLeader = ({ refused }: Refusal): Refusal<OfGuest | 'CHECK_IN_NOT_NOW'> =>
  refuse(ofGuest.find((code) => code === refused) ?? 'CHECK_IN_NOT_NOW')

/** Enters somebody who came without a telephone. It is an hour of honour until a second person agrees. */
export const signInVolunteer: Handler<typeof activities.signInVolunteer> = async ({ id, personId }, context) => {
  const { actor, now, store, transact } = context
  const session = await store.sessions.get(id)
  if (session?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  if (!canLead(session, actor)) return refuse('FORBIDDEN')
  if (personId === actor.personId) return refuse('OWN_PARTICIPATION')
  const [signups, person, nameOf] = await Promise.all([
    signupsOf(store, id),
    store.persons.get(personId),
    namesOf(store, [personId]),
  ])
  if (person?.communityId !== actor.communityId) return refuse('NOT_FOUND')
  const { communityId, capacity } = session
  const [_id, volunteerId] = [participationIdOf(id, personId), volunteerIdOf(personId)]
  return transact(async (tx) => {
    const already = await tx.participations.get(_id)
    if (already) return participationView(already, nameOf(personId))
    const signup = await tx.signups.get(signupIdOf(id, personId))
    const standing = signup && standingOf(signup, signups, capacity, now)
    const volunteer = (await tx.volunteers.get(volunteerId)) ?? newVolunteer(volunteerId, communityId, personId)
    const made = checkedIn(
      { session, signup, standing, volunteer },
      { verdict: null, position: null, scannedAt: now, who: signup?.children.length ? 'withChildren' : 'self' },
      { _id, recordedBy: actor.personId, householdId: person.householdId ?? null, now },
    )
    if (isRefusal(made)) return saidToLeader(made)
    await tx.participations.create(made.participation)
    await tx.volunteers.put(made.volunteer)
    return participationView(made.participation, nameOf(personId))
  })
}
