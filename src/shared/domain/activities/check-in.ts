import { refuse } from '../../kernel/decision'
import type { Point } from '../../kernel/shapes'
import { toInstant } from '../../kernel/time'
import { metersBetween } from '../organization/distance'
import { accuracyMetersMax, agreedUntilMs, checkInFrom, lateAfterMs, rulesOf, takenUntilMs } from './activity-rules'
import type { Participation, Session, Signup, Volunteer } from './records'
import type { Company } from './sign-up'
import type { Standing } from './tickets'

/** What a code is worth, now and at the moment it was scanned. */
export type Verdict = 'valid' | 'expired' | 'foreign' | 'wrong'

export interface Scan {
  /** null: without a code. */
  readonly verdict: { readonly now: Verdict; readonly then: Verdict } | null
  readonly position: { readonly point: Point; readonly accuracyMeters: number } | null
  /** When the telephone says it was, in epoch ms. */
  readonly scannedAt: number
  readonly who: Company
}

/** A scan that comes in as it is made, or one that was kept on the telephone; what the telephone's clock says counts for the latter only. */
const judged = ({ verdict, scannedAt }: Scan, now: number) => {
  const then = Math.min(scannedAt, now)
  const isKept = now - then > lateAfterMs
  if (!verdict) return { by: 'manual', at: isKept ? then : now, isLate: isKept } as const
  if (verdict.now === 'valid') return { by: 'code', at: now, isLate: false } as const
  if (verdict.now === 'foreign') return refuse('CODE_FOREIGN')
  // It was good when it was scanned and is no more: kept on the telephone, or long on its way. Whether to believe the telephone's clock is for the leader.
  if (verdict.then === 'valid') return { by: 'code', at: then, isLate: true } as const
  return verdict.now === 'expired' || verdict.then === 'expired' ? refuse('CODE_EXPIRED') : refuse('CODE_WRONG')
}

/** Near enough, too far, or nobody knows. */
const placed = (session: Session, { position }: Scan) => {
  if (!position || position.accuracyMeters > accuracyMetersMax) return null
  const isNear = metersBetween(session.place.point, position.point) <= rulesOf(session).radiusMeters
  return isNear ? 'gps' : refuse('TOO_FAR')
}

const isWithin = (session: Session, at: number): boolean =>
  at >= checkInFrom(session) && at <= Date.parse(session.endsAt)

/** Whether people may check in now. */
export const isCheckInOpen = (session: Session, now: number): boolean =>
  session.state === 'open' && isWithin(session, now)

/** Who has to agree before it counts: a second person to what nobody scanned, the leader to what was late or nowhere to be seen. */
const needsOf = (by: 'code' | 'manual', isLate: boolean, placeCheck: 'gps' | null): Participation['needs'] => {
  if (by === 'manual') return 'second'
  return isLate || placeCheck === null ? 'leader' : null
}

interface Present {
  readonly session: Session
  readonly signup: Signup | null
  readonly standing: Standing | null
  readonly volunteer: Volunteer
}

/** Why somebody who wants to check in is not expected; null when they are. */
const refusalOfGuest = ({ session, signup, standing }: Present) => {
  if (session.state !== 'open') return refuse(session.state === 'cancelled' ? 'SESSION_CANCELLED' : 'SESSION_SETTLED')
  if (signup?.state !== 'live') return refuse('NOT_SIGNED_UP')
  return standing?.kind === 'place' ? null : refuse('STILL_WAITING')
}

/** Checks somebody in: code, place, sign-up and time together. */
export const checkedIn = (
  present: Present,
  scan: Scan,
  { _id, recordedBy, householdId, now }: { _id: string; recordedBy: string; householdId: string | null; now: number },
) => {
  const { session, signup, volunteer } = present
  const refused = refusalOfGuest(present)
  if (refused || !signup) return refused ?? refuse('NOT_SIGNED_UP')
  if (scan.who === 'childrenOnly') return refuse('GUARDIAN_NEEDED')
  if (now > Date.parse(session.endsAt) + takenUntilMs) return refuse('CHECK_IN_TOO_LATE')
  const found = judged(scan, now)
  if ('refused' in found) return found
  if (!isWithin(session, found.at)) return refuse('CHECK_IN_NOT_NOW')
  const placeCheck = found.by === 'code' ? placed(session, scan) : null
  if (placeCheck !== null && placeCheck !== 'gps') return placeCheck
  const at = toInstant(found.at)
  const elsewhere = volunteer.present
  if (elsewhere && elsewhere.sessionId !== session._id && at < elsewhere.until) return refuse('CHECKED_IN_ELSEWHERE')
  const participation: Participation = {
    _id,
    communityId: session.communityId,
    sessionId: session._id,
    personId: signup.personId,
    householdId: signup.children.length > 0 ? householdId : null,
    children: scan.who === 'withChildren' ? signup.children.length : 0,
    theme: session.theme,
    title: session.title,
    startsAt: session.startsAt,
    inAt: at,
    outAt: null,
    outBy: null,
    by: found.by,
    recordedBy,
    isLate: found.isLate,
    placeCheck,
    needs: needsOf(found.by, found.isLate, placeCheck),
    decision: null,
    counted: 0,
    honour: 0,
    awarded: null,
    isOpen: true,
  }
  return {
    participation,
    volunteer: {
      ...volunteer,
      present: { sessionId: session._id, until: session.endsAt },
      times: volunteer.times + 1,
    } satisfies Volunteer,
  }
}

/** The participation with a check-out; what has one keeps it. Nobody leaves before they came. */
export const checkedOut = (
  participation: Participation,
  at: number,
  outBy: NonNullable<Participation['outBy']>,
): Participation =>
  participation.outAt === null
    ? { ...participation, outAt: toInstant(Math.max(at, Date.parse(participation.inAt))), outBy }
    : participation

/** Agrees to a participation, or does not. Nobody decides about themselves, and a second person is not the one who entered it. */
export const decided = (
  participation: Participation,
  session: Session,
  {
    personId,
    isConfirmed,
    reason,
    now,
  }: { personId: string; isConfirmed: boolean; reason: string | null; now: number },
) => {
  const { needs, recordedBy, decision } = participation
  if (needs === null) return refuse('NOTHING_TO_DECIDE')
  if (personId === participation.personId) return refuse('OWN_PARTICIPATION')
  if (needs === 'second' && personId === recordedBy) return refuse('SECOND_PERSON_NEEDED')
  if (decision) return decision.isConfirmed === isConfirmed ? participation : refuse('ALREADY_DECIDED')
  if (session.state === 'settled' || now > Date.parse(session.endsAt) + agreedUntilMs) return refuse('SESSION_SETTLED')
  if (!isConfirmed && !reason) return refuse('REASON_MISSING')
  return {
    ...participation,
    placeCheck: isConfirmed ? (participation.placeCheck ?? 'leaderRoster') : participation.placeCheck,
    decision: { by: personId, at: toInstant(now), isConfirmed, reason },
  } satisfies Participation
}
