import {
  missingOf,
  giveBack,
  issuerYearIdOf,
  newIssuerYear,
  newSession,
  reserve,
} from '@/shared/domain/activities/plan'
import type { Activity, IssuerYear, Session } from '@/shared/domain/activities/records'
import type { SettingValues } from '@/shared/domain/settings/community-settings'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { addDays } from '@/shared/kernel/time'
import type { Transaction } from '../../store/store'
import { sessionIdOf } from './ids'

/** Sessions made in one transaction; CloudBase takes a hundred operations, and each needs two. */
const madeAtOnce = 40

/**
 * Makes the sessions an activity still lacks and sets aside what they can earn, in the transaction at hand; what is there already is left
 * alone. What the year may give is what is set today. Answers the activity as it then is, with all of it or, at most, the first forty sessions made.
 */
export const publishSessions = async (
  tx: Transaction,
  activity: Activity,
  { newSecret, settings, now }: { newSecret: () => string; settings: SettingValues; now: number },
): Promise<{ activity: Activity; made: number; isDone: boolean } | Refusal<'BUDGET_SPENT'>> => {
  const { due, through } = missingOf(activity, now)
  const next = due.slice(0, madeAtOnce)
  const years = new Map<string, IssuerYear>()
  const made: Session[] = []
  for (const occurrence of next) {
    const _id = sessionIdOf(activity._id, occurrence.day, occurrence.slot)
    if (await tx.sessions.get(_id)) continue
    const session = newSession(activity, occurrence, { _id, secret: newSecret(), settings, now })
    const yearId = issuerYearIdOf(activity.communityId, occurrence.startsAt)
    const year =
      years.get(yearId) ??
      (await tx.issuerYears.get(yearId)) ??
      newIssuerYear(activity.communityId, occurrence.startsAt, settings)
    const reserved = reserve({ ...year, budget: settings.yearHalfPoints }, session.reserved)
    if (isRefusal(reserved)) return reserved
    years.set(yearId, reserved)
    made.push(session)
  }
  for (const session of made) await tx.sessions.create(session)
  for (const year of years.values()) await tx.issuerYears.put(year)
  const isDone = next.length === due.length
  const last = next.at(-1)?.day
  return {
    activity: { ...activity, madeThrough: isDone || !last ? through : addDays(last, -1) },
    made: made.length,
    isDone,
  }
}

/** Returns what was set aside for a session, less what it gave away. */
export const returnReserve = async (tx: Transaction, session: Session, awarded: number): Promise<void> => {
  const year = await tx.issuerYears.get(issuerYearIdOf(session.communityId, session.startsAt))
  if (year) await tx.issuerYears.put(giveBack(year, { reserved: session.reserved, awarded }))
}
