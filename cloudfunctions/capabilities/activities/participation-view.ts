import type { activities } from '@/shared/contracts/activities'
import type { Participation } from '@/shared/domain/activities/records'
import type { OutputOf } from '@/shared/kernel/capability'

/** A participation as its owner and those who agree to it see it. */
export const participationView = (one: Participation, name: string): OutputOf<typeof activities.checkIn> => {
  const { _id, sessionId, title, startsAt, personId, children, inAt, outAt, by, isLate, placeCheck } = one
  const { needs, decision, counted, honour, awarded } = one
  return {
    id: _id,
    sessionId,
    title,
    startsAt,
    personId,
    name,
    children,
    inAt,
    outAt,
    by,
    isLate,
    placeCheck,
    waitsFor: decision ? null : needs,
    isConfirmed: decision?.isConfirmed ?? null,
    counted,
    honour,
    halfPoints: awarded && awarded.person,
  }
}

/** Whether somebody may agree to it: not to their own, and not to what they entered themselves where a second person is wanted. */
export const canDecide = ({ needs, decision, personId, recordedBy }: Participation, actorId: string): boolean =>
  needs !== null && decision === null && personId !== actorId && !(needs === 'second' && recordedBy === actorId)
