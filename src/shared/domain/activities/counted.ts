import { dayOf, minuteMs } from '../../kernel/time'
import { rulesOf } from './activity-rules'
import type { KeptRules, Participation, Session, Volunteer } from './records'

/** What minutes are worth: whole steps of them, floored to half points, so that it is never more than was earned. */
export const pointsFor = (
  minutes: number,
  halfPointsPerHour: number,
  { countedStepMinutes: step }: Pick<KeptRules, 'countedStepMinutes'>,
): number => Math.floor((Math.floor(minutes / step) * step * halfPointsPerHour) / 60)

/** Whole minutes somebody was there between the planned start and the planned end. Coming early or staying on adds nothing. */
export const minutesWithin = (
  { startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>,
  inAt: string,
  outAt: string,
): number => {
  const from = Math.max(Date.parse(startsAt), Date.parse(inAt))
  const to = Math.min(Date.parse(endsAt), Date.parse(outAt))
  return Math.max(0, Math.floor((to - from) / minuteMs))
}

/** How minutes divide: what counts, within the session's and the day's limit, and honour hours (荣誉时长), which is all the rest. */
export const divided = (
  minutes: number,
  { isAgreed, ofDay }: { isAgreed: boolean; ofDay: number },
  { sessionHoursMax, dayHoursMax }: Pick<KeptRules, 'sessionHoursMax' | 'dayHoursMax'>,
): { counted: number; honour: number } => {
  const counted = isAgreed ? Math.max(0, Math.min(minutes, sessionHoursMax * 60, dayHoursMax * 60 - ofDay)) : 0
  return { counted, honour: minutes - counted }
}

/** A participation counts when nobody has to agree to it, or has. */
export const isAgreed = ({ needs, decision }: Pick<Participation, 'needs' | 'decision'>): boolean =>
  decision ? decision.isConfirmed : needs === null

const isRejected = ({ decision }: Participation): boolean => decision?.isConfirmed === false

/** Days whose minutes are kept: no decision comes later than this. */
const daysKept = 60

/** What a volunteer has done, with one participation worth something else than before. */
const withChange = (volunteer: Volunteer, before: Participation, after: Participation): Volunteer => {
  const [counted, honour] = [after.counted - before.counted, after.honour - before.honour]
  const day = dayOf(after.startsAt)
  const ofDay = (volunteer.days.find((one) => one.day === day)?.minutes ?? 0) + counted
  const hours = volunteer.hours.find(({ theme }) => theme === after.theme) ?? {
    theme: after.theme,
    counted: 0,
    honour: 0,
  }
  const sum = { ...hours, counted: hours.counted + counted, honour: hours.honour + honour }
  return {
    ...volunteer,
    present: volunteer.present?.sessionId === after.sessionId && after.outAt ? null : volunteer.present,
    days: [...volunteer.days.filter((one) => one.day !== day), { day, minutes: ofDay }]
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .slice(-daysKept),
    hours: [...volunteer.hours.filter(({ theme }) => theme !== after.theme), sum],
  }
}

/**
 * What a participation is worth as it now stands, and what its owner has done in all. Called whenever it changes: at the check-out, at
 * every decision, at the planned end; calling it again changes nothing.
 */
export const weighed = (
  volunteer: Volunteer,
  before: Participation,
  changed: Participation,
  session: Pick<Session, 'startsAt' | 'endsAt' | 'rules'>,
): { participation: Participation; volunteer: Volunteer } => {
  const minutes = changed.outAt && !isRejected(changed) ? minutesWithin(session, changed.inAt, changed.outAt) : 0
  const ofDay = (volunteer.days.find(({ day }) => day === dayOf(changed.startsAt))?.minutes ?? 0) - before.counted
  const participation = {
    ...changed,
    ...divided(minutes, { isAgreed: isAgreed(changed), ofDay }, rulesOf(session)),
    isOpen: changed.outAt === null || (changed.needs !== null && changed.decision === null),
  }
  return { participation, volunteer: withChange(volunteer, before, participation) }
}
