import { refuse } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import type { Session, Signup, Volunteer } from './records'
import type { Standing } from './tickets'

/** Who of a family comes: somebody alone, with their children (小手拉大手), or children without anybody, which is not done. */
export type Company = 'self' | 'withChildren' | 'childrenOnly'

export interface Asked {
  readonly who: Company
  readonly children: Signup['children']
  readonly hasConsented: boolean
}

export const newVolunteer = (_id: string, communityId: string, personId: string): Volunteer => ({
  _id,
  communityId,
  personId,
  signups: [],
  present: null,
  days: [],
  hours: [],
  times: 0,
})

/** The seats a sign-up takes: children sit on chairs too. */
export const seatsOf = ({ children }: Pick<Signup, 'children'>): number => 1 + children.length

/** Why somebody cannot sign up, before a ticket is taken; null when they can. */
export const refusalOfSignUp = (
  session: Session,
  { who, children, hasConsented }: Asked,
  hasHousehold: boolean,
  now: number,
) => {
  if (session.state !== 'open') return refuse('SESSION_CANCELLED')
  if (Date.parse(session.startsAt) <= now) return refuse('SESSION_BEGUN')
  if (who === 'childrenOnly') return refuse('GUARDIAN_NEEDED')
  if (who === 'withChildren' && children.length === 0) return refuse('CHILD_MISSING')
  if (children.length > 0 && (who !== 'withChildren' || !hasConsented)) return refuse('CONSENT_MISSING')
  if (children.length > 0 && !hasHousehold) return refuse('HOUSEHOLD_MISSING')
  if (new Set(children.map(({ name }) => name)).size < children.length) return refuse('CHILD_TWICE')
  // More than there are would never have a place, and whoever waits behind them neither.
  if (seatsOf({ children }) > session.capacity) return refuse('SEATS_TOO_FEW')
  return null
}

/** The sign-ups of a volunteer that lie in the hours of a session. One that ends as the other begins is no overlap. */
export const overlapping = (
  { signups }: Pick<Volunteer, 'signups'>,
  { _id, startsAt, endsAt }: Pick<Session, '_id' | 'startsAt' | 'endsAt'>,
): string[] =>
  signups
    .filter((one) => one.sessionId !== _id && one.startsAt < endsAt && startsAt < one.endsAt)
    .map(({ sessionId }) => sessionId)

/** A sign-up with the ticket it has taken; one that was given back once stands at the end again. */
export const signedUp = (
  session: Session,
  before: Signup | null,
  { _id, personId, ticket, asked, now }: { _id: string; personId: string; ticket: number; asked: Asked; now: number },
): Signup => ({
  _id,
  communityId: session.communityId,
  sessionId: session._id,
  personId,
  startsAt: session.startsAt,
  ticket,
  seats: seatsOf(asked),
  takenAt: toInstant(now),
  givenBack: before
    ? [...before.givenBack, { ticket: before.ticket, seats: before.seats, takenAt: before.takenAt }]
    : [],
  state: 'live',
  told: 'nothing',
  reason: null,
  children: asked.children,
  consentedAt: asked.children.length > 0 ? toInstant(now) : null,
})

/** With a session among what the volunteer has ahead; what is over goes. */
export const withSignup = (volunteer: Volunteer, { _id, startsAt, endsAt }: Session, now: number): Volunteer => ({
  ...volunteer,
  signups: [
    ...volunteer.signups.filter((one) => one.sessionId !== _id && Date.parse(one.endsAt) > now),
    { sessionId: _id, startsAt, endsAt },
  ],
})

export const withoutSignup = (volunteer: Volunteer, sessionId: string): Volunteer => ({
  ...volunteer,
  signups: volunteer.signups.filter((one) => one.sessionId !== sessionId),
})

/** What its owner has been told of where they stand; whoever has to be told of a place later counts as waiting. */
export const toldOf = ({ kind }: Standing): Signup['told'] => (kind === 'place' ? 'place' : 'waiting')

/** Gives a ticket back. What was said of the children goes at once. */
export const cancelled = (signup: Signup, reason: string): Signup => ({
  ...signup,
  state: 'cancelled',
  told: 'nothing',
  reason,
  children: [],
  consentedAt: null,
})
