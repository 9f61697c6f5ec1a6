import { minuteMs } from '../../kernel/time'
import { agreedUntilMs, rulesOf, takenUntilMs } from './activity-rules'
import { isAgreed, pointsFor } from './counted'
import type { Participation, Session } from './records'

/**
 * What a participation is to be awarded, once and only when it is out and agreed to: its own points to the person, and as much again for
 * each child to the family. null while there is something to wait for, when it has been awarded, or when it was not agreed to.
 */
export const dueOf = (
  participation: Participation,
  session: Pick<Session, 'halfPointsPerHour' | 'rules'>,
): { person: number; family: number } | null => {
  const { outAt, awarded, counted, children, householdId } = participation
  if (outAt === null || awarded !== null || !isAgreed(participation)) return null
  const person = pointsFor(counted, session.halfPointsPerHour, rulesOf(session))
  return { person, family: householdId ? person * children : 0 }
}

/** When no kept scan and no check-out can come any more. */
const scansEnd = ({ endsAt }: Pick<Session, 'endsAt'>): number => Date.parse(endsAt) + takenUntilMs + 60 * minuteMs

/** When nobody can agree any more. */
const agreementEnds = ({ endsAt }: Pick<Session, 'endsAt'>): number =>
  Date.parse(endsAt) + agreedUntilMs + 60 * minuteMs

/** Whether what was set aside for a session can be returned: all is decided, or can no longer be. */
export const canSettle = (session: Session, openCount: number, now: number): boolean =>
  now >= scansEnd(session) && (openCount === 0 || now >= agreementEnds(session))

export const settleFrom = scansEnd
