import { holds, type Actor } from '../../kernel/actor'
import type { Role } from '../../kernel/roles'
import { dayMs, minuteMs } from '../../kernel/time'
import { bankDefaults } from '../lovebank/bank-rules'
import type { BankSettings } from '../lovebank/settings'
import { usualOf } from '../settings/setting'
import type { Activity, KeptRules, Session } from './records'
import { activitySettings, type ActivitySettings } from './settings'

/** Days sessions are made ahead. */
export const daysAhead = 14
/** How exact a position has to be, in metres. */
export const accuracyMetersMax = 100
/** From when on a scan that comes in later than it was made is for the leader to judge: two steps of the code. */
export const lateAfterMs = minuteMs
/** Until when after the end a kept scan is taken. */
export const takenUntilMs = dayMs
/** Until when after the end somebody may still agree to what waits for it. */
export const agreedUntilMs = 30 * dayMs
/** Seats that may wait beyond the capacity. */
export const waitingMax = 300

/** What a session keeps of the settings it is made by. */
export const keptOf = (settings: BankSettings & ActivitySettings): KeptRules => {
  const { opensBeforeMinutes, radiusMeters, countedStepMinutes, sessionHoursMax, dayHoursMax } = settings
  return { opensBeforeMinutes, radiusMeters, countedStepMinutes, sessionHoursMax, dayHoursMax }
}

/** What activities are made by where a community has set nothing of its own. */
export const activityDefaults: BankSettings & ActivitySettings = { ...bankDefaults, ...usualOf(activitySettings) }
const usualRules = keptOf(activityDefaults)

/** The numbers a session goes by, from its first day to its settlement. */
export const rulesOf = ({ rules }: Pick<Session, 'rules'>): KeptRules => rules ?? usualRules

/** From when on people may check in, in epoch ms. */
export const checkInFrom = (session: Pick<Session, 'rules' | 'startsAt'>): number =>
  Date.parse(session.startsAt) - rulesOf(session).opensBeforeMinutes * minuteMs

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

/** Why it was declined or ended, as far as somebody may read it. */
export const reasonFor = ({ reason, isReasonPublic, leaderId }: Activity, actor: Actor): string | null =>
  isReasonPublic !== false || leaderId === actor.personId || isActivityStaff(actor) ? reason : null

/** Staff and its leader end an activity. */
export const canEnd = (activity: Activity, actor: Actor): boolean =>
  ['proposed', 'open'].includes(activity.state) && (isActivityStaff(actor) || activity.leaderId === actor.personId)

/** Staff decide who leads what is on. */
export const canSetLeader = (
  { communityId, state }: Pick<Activity | Session, 'communityId' | 'state'>,
  actor: Actor,
): boolean => communityId === actor.communityId && state === 'open' && isActivityStaff(actor)

/** What everybody reads is changed by staff; its author changes a proposal, which staff will read. */
export const canUpdate = (activity: Activity, actor: Actor): boolean =>
  isActivityStaff(actor) || (activity.state === 'proposed' && activity.leaderId === actor.personId)
