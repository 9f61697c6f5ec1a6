import { checkedIn, checkedOut, decided, type Scan } from '@/shared/domain/activities/check-in'
import { weighed } from '@/shared/domain/activities/counted'
import { giveBack } from '@/shared/domain/activities/plan'
import type { Participation, Session, Signup } from '@/shared/domain/activities/records'
import { canSettle, dueOf, settleFrom } from '@/shared/domain/activities/settlement'
import * as signing from '@/shared/domain/activities/sign-up'
import { inOrder, standingOf } from '@/shared/domain/activities/tickets'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { award } from '@/shared/domain/lovebank/entries'
import { issuerAccount, movedOf } from '@/shared/domain/lovebank/transfer'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import { ruled } from '../history/stage'
import type { ActOf } from './acts'
import type { Town } from './town'

const sessionOf = (town: Town, id: string): Session => town.sessions.get(id)!

const replace = (signups: Signup[], next: Signup): void => {
  const at = signups.findIndex(({ _id }) => _id === next._id)
  if (at < 0) signups.push(next)
  else signups[at] = next
}

export const signUp = (town: Town, { who, sessionId, children, at }: ActOf<'signUp'>): void => {
  const session = sessionOf(town, sessionId)
  const signups = town.signupsOf(sessionId)
  const company = children.length > 0 ? ('withChildren' as const) : ('self' as const)
  const asked = { who: company, children, hasConsented: children.length > 0 }
  const refused = signing.refusalOfSignUp(session, asked, true, at)
  if (refused) ruled(refused)
  const tickets = session.tickets + signing.seatsOf(asked)
  const _id = `signup-${town.key('signup', sessionId, who)}`
  const before = signups.find((one) => one._id === _id) ?? null
  const signup = signing.signedUp(session, before, { _id, personId: who, ticket: tickets, asked, now: at })
  const standing = standingOf(signup, [...signups.filter((one) => one._id !== _id), signup], session.capacity, at)
  replace(signups, { ...signup, told: signing.toldOf(standing) })
  town.sessions.set(sessionId, { ...session, tickets })
  town.volunteers.set(who, signing.withSignup(town.volunteerOf(who), session, at))
}

/** Whoever waited and has a place by now is told so. */
const tellMovedUp = (town: Town, session: Session, at: number): void => {
  const signups = town.signupsOf(session._id)
  for (const { signup, standing } of inOrder(signups, session.capacity, at))
    if (signup.told === 'waiting' && standing.kind === 'place') replace(signups, { ...signup, told: 'place' })
}

export const cancelSignup = (town: Town, { who, sessionId, reason, at }: ActOf<'cancelSignup'>): void => {
  const signups = town.signupsOf(sessionId)
  const own = signups.find(({ personId }) => personId === who)!
  replace(signups, signing.cancelled(own, reason))
  town.volunteers.set(who, signing.withoutSignup(town.volunteerOf(who), sessionId))
  tellMovedUp(town, sessionOf(town, sessionId), at)
}

const returnReserve = (town: Town, session: Session, awarded: number): void => {
  const year = giveBack(town.yearOf(session.startsAt), { reserved: session.reserved, awarded })
  town.issuerYears.set(year._id, year)
}

export const cancelSession = (town: Town, { sessionId, reason }: ActOf<'cancelSession'>): void => {
  const session = sessionOf(town, sessionId)
  returnReserve(town, session, 0)
  const ended = { nextStep: null, nextAt: null, reserved: 0 }
  town.sessions.set(sessionId, { ...session, ...ended, state: 'cancelled', cancelledFor: reason })
  const signups = town.signupsOf(sessionId)
  for (const one of signups) if (one.children.length > 0) replace(signups, { ...one, children: [] })
}

const participationId = (town: Town, sessionId: string, who: string): string =>
  `participation-${town.key('participation', sessionId, who)}`

/** Whether somebody has a place just now. */
export const hasPlace = (town: Town, sessionId: string, who: string, at: number): boolean => {
  const { capacity, state } = sessionOf(town, sessionId)
  const signups = town.signupsOf(sessionId)
  const own = signups.find(({ personId }) => personId === who)
  return state === 'open' && own?.state === 'live' && standingOf(own, signups, capacity, at).kind === 'place'
}

export const checkIn = (town: Town, { who, sessionId, code, isPlaced, at }: ActOf<'checkIn'>): void => {
  const session = sessionOf(town, sessionId)
  const signups = town.signupsOf(sessionId)
  const signup = signups.find(({ personId }) => personId === who) ?? null
  const scan: Scan = {
    verdict: code && { now: code, then: code },
    position: isPlaced ? { point: session.place.point, accuracyMeters: 20 } : null,
    scannedAt: at,
    who: signup && signup.children.length > 0 ? 'withChildren' : 'self',
  }
  const standing = signup && standingOf(signup, signups, session.capacity, at)
  const _id = participationId(town, sessionId, who)
  const householdId = town.stage.actor(who).householdId ?? null
  const present = { session, signup, standing, volunteer: town.volunteerOf(who) }
  const made = ruled(checkedIn(present, scan, { _id, recordedBy: who, householdId, now: at }))
  town.participations.set(_id, made.participation)
  town.volunteers.set(who, made.volunteer)
}

/** Awards one account, once; a full one takes what it has room for. */
const pay = (
  town: Town,
  session: Session,
  { decision, personId }: Participation,
  owed: { kind: 'person' | 'family'; ownerId: string; halfPoints: number },
  at: number,
): number => {
  const { kind, ownerId, halfPoints } = owed
  if (halfPoints === 0) return 0
  const account = town.books.accountOf(kind, ownerId, at)
  const guardian = kind === 'family' ? [town.books.accountOf('person', personId, at)._id] : []
  const id = `award:${town.key('award', session._id, account._id, ...guardian)}`
  if (town.books.transfer(id)) return 0
  const what = { id, halfPoints, issuer: issuerAccount(town.communityId), at: toInstant(at) }
  const draft = award(account, what, bankRules)
  if (isRefusal(draft)) return 0
  const note = { actorId: decision?.by ?? personId, title: session.title, reason: null, subjectId: session._id }
  const transfer = town.books.post(kind, ownerId, draft, note)
  if (kind === 'person') town.awards.set(`${session._id} ${ownerId}`, transfer)
  return movedOf(transfer, 'available') - transfer.owedChange
}

/** What changes about a participation, with what it is worth then and the award that follows. */
const settle = (town: Town, before: Participation, changed: Participation, at: number): void => {
  const session = sessionOf(town, changed.sessionId)
  const { personId, householdId } = changed
  const worth = weighed(town.volunteerOf(personId), before, changed, session)
  const due = dueOf(worth.participation, session)
  const awarded = due && {
    person: pay(town, session, changed, { kind: 'person', ownerId: personId, halfPoints: due.person }, at),
    family: householdId
      ? pay(town, session, changed, { kind: 'family', ownerId: householdId, halfPoints: due.family }, at)
      : 0,
  }
  town.participations.set(before._id, awarded ? { ...worth.participation, awarded } : worth.participation)
  town.volunteers.set(personId, worth.volunteer)
}

const participationOf = (town: Town, sessionId: string, who: string): Participation =>
  town.participations.get(participationId(town, sessionId, who))!

export const checkOut = (town: Town, { who, sessionId, at }: ActOf<'checkOut'>): void => {
  const before = participationOf(town, sessionId, who)
  settle(town, before, checkedOut(before, at, 'self'), at)
}

export const decide = (town: Town, act: ActOf<'decide'>): void => {
  const { by, who, sessionId, isConfirmed, reason, at } = act
  const before = participationOf(town, sessionId, who)
  const judged = { personId: by, isConfirmed, reason, now: at }
  settle(town, before, ruled(decided(before, sessionOf(town, sessionId), judged)), at)
}

const whoCame = (town: Town, sessionId: string): Participation[] =>
  town
    .signupsOf(sessionId)
    .flatMap(({ personId }) => town.participations.get(participationId(town, sessionId, personId)) ?? [])

/** What happens to a session by itself once its time has come: the planned end for whoever forgot to check out, and the settlement. */
export const stepSession = (town: Town, session: Session, at: number): void => {
  if (session.state !== 'open' || session.nextAt === null || Date.parse(session.nextAt) > at) return
  const { _id, endsAt } = session
  const next = (changes: Partial<Session>) => town.sessions.set(_id, { ...sessionOf(town, _id), ...changes })
  if (session.nextStep === 'remind')
    return void next({ nextStep: 'close', nextAt: toInstant(Date.parse(endsAt) + 30 * minuteMs) })
  for (const one of whoCame(town, _id))
    if (one.outAt === null) settle(town, one, checkedOut(one, Date.parse(endsAt), 'plan'), at)
  const came = whoCame(town, _id)
  const isMissed = came.length === 0
  if (session.nextStep === 'close')
    return void next({ nextStep: 'settle', nextAt: toInstant(settleFrom(session)), isMissed })
  if (!canSettle(session, came.filter(({ isOpen }) => isOpen).length, at))
    return void next({ nextAt: toInstant(at + dayMs) })
  const signups = town.signupsOf(_id)
  for (const one of signups) if (one.children.length > 0) replace(signups, { ...one, children: [] })
  const awarded = came.reduce((sum, one) => sum + (one.awarded ? one.awarded.person + one.awarded.family : 0), 0)
  returnReserve(town, session, awarded)
  next({ state: 'settled', nextStep: null, nextAt: null, isMissed, reserved: 0 })
}
