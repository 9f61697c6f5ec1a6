import type { activities } from '@/shared/contracts/activities'
import { waitingMax } from '@/shared/domain/activities/activity-rules'
import {
  newVolunteer,
  overlapping,
  refusalOfSignUp,
  seatsOf,
  signedUp,
  toldOf,
  withSignup,
} from '@/shared/domain/activities/sign-up'
import { standingOf, type Standing } from '@/shared/domain/activities/tickets'
import { refuse } from '@/shared/kernel/decision'
import type { CommandContext, Handler } from '../../runtime/handler'
import type { Reads } from '../../store/store'
import type { Session, Signup, Volunteer } from '@/shared/domain/activities/records'
import { signupIdOf, volunteerIdOf } from './ids'
import { signupsOf } from './session-rows'

const answerOf = (id: string, standing: Standing) => ({
  id,
  standing: standing.kind,
  ahead: standing.kind === 'waiting' ? standing.ahead : 0,
})

/** The most seats a session takes, those on its waiting list included. */
const seatsMax = ({ capacity }: Session): number => capacity + waitingMax
const seatsIn = (signups: readonly Signup[]): number =>
  signups.reduce((sum, { state, seats }) => sum + (state === 'live' ? seats : 0), 0)

/** Whether another sign-up lies in the same hours; one of a session that was cancelled does not count. */
const isTaken = async (volunteer: Volunteer, session: Session, sessions: Reads<Session>): Promise<boolean> => {
  for (const id of overlapping(volunteer, session)) if ((await sessions.get(id))?.state !== 'cancelled') return true
  return false
}

/** Whether somebody else of the household already brings one of these children; a child sits on one chair and earns once. */
const isBrought = async (
  sessionId: string,
  { children }: { children: Signup['children'] },
  { actor, store }: Pick<CommandContext, 'actor' | 'store'>,
): Promise<boolean> => {
  const { personId, communityId, householdId } = actor
  if (children.length === 0 || !householdId) return false
  const family = await store.persons.list({ where: { communityId, householdId }, limit: 20 })
  const ids = family.filter(({ _id }) => _id !== personId).map(({ _id }) => signupIdOf(sessionId, _id))
  const theirs = ids.length > 0 ? await store.signups.list({ where: { _id: { in: ids } }, limit: 20 }) : []
  const names = new Set(theirs.flatMap((one) => one.children.map(({ name }) => name)))
  return children.some(({ name }) => names.has(name))
}

/**
 * Signs up. The ticket is taken by one increment outside the transaction, so that two hundred at once wait for nobody; what is refused
 * after that leaves a gap, which does no harm. The transaction writes the sign-up and its owner's hours only.
 */
export const signUp: Handler<typeof activities.signUp> = async ({ id, ...asked }, context) => {
  const { actor, now, store, transact } = context
  const { personId, communityId } = actor
  const [_id, volunteerId] = [signupIdOf(id, personId), volunteerIdOf(personId)]
  const [session, own, known] = await Promise.all([
    store.sessions.get(id),
    store.signups.get(_id),
    store.volunteers.get(volunteerId),
  ])
  if (session?.communityId !== communityId) return refuse('NOT_FOUND')
  if (own?.state === 'live') return answerOf(id, standingOf(own, await signupsOf(store, id), session.capacity, now))
  const refused = refusalOfSignUp(session, asked, actor.householdId !== undefined, now)
  if (refused) return refused
  if (await isBrought(id, asked, context)) return refuse('CHILD_TWICE')
  if (known && (await isTaken(known, session, store.sessions))) return refuse('SIGNUP_OVERLAPS')
  if (session.tickets >= seatsMax(session) && seatsIn(await signupsOf(store, id)) >= seatsMax(session))
    return refuse('WAITING_LIST_FULL')
  const ticketed = await store.sessions.increment({ _id: id, state: 'open' }, 'tickets', seatsOf(asked))
  if (!ticketed) return refuse('SESSION_CANCELLED')
  // Whoever has one of the first numbers has a place whatever the others do, and need not look at them.
  const isSure = ticketed.tickets <= session.capacity
  const others = isSure ? [] : (await signupsOf(store, id)).filter((one) => one._id !== _id)
  return transact(async (tx) => {
    const volunteer = (await tx.volunteers.get(volunteerId)) ?? newVolunteer(volunteerId, communityId, personId)
    if ((await tx.sessions.get(id))?.state !== 'open') return refuse('SESSION_CANCELLED')
    const before = await tx.signups.get(_id)
    if (before?.state === 'live') return answerOf(id, standingOf(before, [...others, before], session.capacity, now))
    if (await isTaken(volunteer, session, tx.sessions)) return refuse('SIGNUP_OVERLAPS')
    const signup = signedUp(session, before, { _id, personId, ticket: ticketed.tickets, asked, now })
    const standing = standingOf(signup, [...others, signup], session.capacity, now)
    await tx.signups.put({ ...signup, told: toldOf(standing) })
    await tx.volunteers.put(withSignup(volunteer, session, now))
    return answerOf(id, standing)
  })
}
