import type { activities } from '@/shared/contracts/activities'
import { checkedIn, type Scan, type Verdict } from '@/shared/domain/activities/check-in'
import type { Session } from '@/shared/domain/activities/records'
import { newVolunteer } from '@/shared/domain/activities/sign-up'
import { standingOf } from '@/shared/domain/activities/tickets'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { verdictOf } from '../../runtime/rotating-code'
import { takeTry } from '../../runtime/take-try'
import { participationIdOf, signupIdOf, volunteerIdOf } from './ids'
import { participationView } from './participation-view'
import { signupsOf } from './session-rows'

/** Six digits typed, or the picture, which also says of which session it is. */
const verdictAt = ({ _id, secret }: Session, code: string, at: number): Verdict => {
  const [, of, digits] = /^session:(.+):(\d{6})$/.exec(code) ?? []
  if (of !== undefined && of !== _id) return 'foreign'
  return verdictOf(secret, _id, digits ?? code, at)
}

/** Checks the caller in, once. Whatever waits for somebody's agreement is said in the answer. */
export const checkIn: Handler<typeof activities.checkIn> = async ({ id, code, position, scannedAt, who }, context) => {
  const { actor, now, store, transact } = context
  const { personId, communityId, name, householdId = null } = actor
  const session = await store.sessions.get(id)
  if (session?.communityId !== communityId) return refuse('NOT_FOUND')
  const then = Date.parse(scannedAt)
  const verdict = code === null ? null : { now: verdictAt(session, code, now), then: verdictAt(session, code, then) }
  const scan: Scan = { verdict, position, scannedAt: then, who }
  const [_id, volunteerId] = [participationIdOf(id, personId), volunteerIdOf(personId)]
  const [signups, known] = await Promise.all([signupsOf(store, id), store.volunteers.get(volunteerId)])
  const isOwn = signups.some((one) => one.personId === personId && one.state === 'live')
  // Whoever has not signed up is refused whatever the code, so that only the others have anything to guess.
  if (code !== null && isOwn && known && !(await takeTry(store.volunteers, known, now)))
    return refuse('TRIED_TOO_OFTEN')
  return transact(async (tx) => {
    const already = await tx.participations.get(_id)
    if (already) return participationView(already, name)
    const signup = await tx.signups.get(signupIdOf(id, personId))
    const standing = signup && standingOf(signup, signups, session.capacity, now)
    const volunteer = (await tx.volunteers.get(volunteerId)) ?? newVolunteer(volunteerId, communityId, personId)
    const made = checkedIn({ session, signup, standing, volunteer }, scan, {
      _id,
      recordedBy: personId,
      householdId,
      now,
    })
    if (isRefusal(made)) return made
    await tx.participations.create(made.participation)
    await tx.volunteers.put(made.volunteer)
    return participationView(made.participation, name)
  })
}
