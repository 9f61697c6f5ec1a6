import { holds, type Actor } from '../../kernel/actor'
import type { Role } from '../../kernel/roles'
import { dayMs, minuteMs } from '../../kernel/time'
import type { Activity, Session } from './records'

/** What a community decides about its activities; every number may differ from place to place. */
export const activityDefaults = {
  /** Days sessions are made ahead. */
  daysAhead: 14,
  /** How long before the start a check-in counts. */
  opensBeforeMs: 30 * minuteMs,
  /** How far from the place, and how exact a position has to be. */
  radiusMeters: 150,
  accuracyMetersMax: 100,
  /** From when on a scan that comes in later than it was made is for the leader to judge: two steps of the code. */
  lateAfterMs: minuteMs,
  /** Until when after the end a kept scan is taken. */
  takenUntilMs: dayMs,
  /** Until when after the end somebody may still agree to what waits for it. */
  agreedUntilMs: 30 * dayMs,
  /** What a community can give away in a year, in half points. */
  yearHalfPoints: 200_000,
  /** Seats that may wait beyond the capacity. */
  waitingMax: 300,
}
export type ActivitySettings = typeof activityDefaults

/** Who makes activities without asking, and decides about those that residents propose. */
export const activityStaff = [
  'communityWorker',
  'gridWorker',
  'buildingHead',
  'administrator',
] as const satisfies readonly Role[]
/** Who stands in for any leader. */
const overseers = ['communityWorker', 'administrator'] as const satisfies readonly Role[]

export const isActivityStaff = (actor: Actor): boolean => holds(actor, activityStaff)

/** Whoever organises it, or the community's worker in their place. */
export const canLead = ({ leaderId, communityId }: Pick<Session, 'leaderId' | 'communityId'>, actor: Actor): boolean =>
  communityId === actor.communityId && (leaderId === actor.personId || holds(actor, overseers))

/** Staff see every activity, residents those that are on and their own. */
export const canSeeActivity = (activity: Activity, actor: Actor): boolean =>
  activity.communityId === actor.communityId &&
  (['open', 'ended'].includes(activity.state) || activity.leaderId === actor.personId || isActivityStaff(actor))

/** Staff and its leader end an activity. */
export const canEnd = (activity: Activity, actor: Actor): boolean =>
  ['proposed', 'open'].includes(activity.state) && (isActivityStaff(actor) || activity.leaderId === actor.personId)

/** What everybody reads is changed by staff; its author changes a proposal, which staff will read. */
export const canUpdate = (activity: Activity, actor: Actor): boolean =>
  isActivityStaff(actor) || (activity.state === 'proposed' && activity.leaderId === actor.personId)
