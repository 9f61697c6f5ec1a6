import { freePlaces, reportsMax, urgentCodes, type Counted } from '@/shared/domain/issues/report-limit'
import { stableHash } from '@/shared/domain/issues/stable-hash'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { dayOf, startOfDay, toInstant } from '@/shared/kernel/time'
import { digest } from '../../runtime/hash'
import type { QueryContext } from '../../runtime/handler'
import type { ReportsWanted } from '../../store/reads'
import { IdTaken } from '../../store/store'

type Context = Pick<QueryContext, 'store' | 'now'>

/** The reports that count towards a person's limit today. */
export const reportsWanted = (reporterId: string, now: number): ReportsWanted => ({
  reporterId,
  since: toInstant(startOfDay(dayOf(now))),
  exceptCodes: urgentCodes,
  max: reportsMax.perDay,
})

/** The same, read by themselves, for whoever found a place taken. */
const readAgain = async ({ store, now }: Context, reporterId: string): Promise<Counted[]> => {
  const { since, max } = reportsWanted(reporterId, now)
  const found = await store.issues.list({
    where: { reporterId, createdAt: { after: toInstant(Date.parse(since) - 1) } },
    orderBy: [['createdAt', 'desc']],
    limit: max * 4,
  })
  return found.filter(({ classCode }) => !urgentCodes.includes(classCode))
}

/** The ids one more report of somebody may take now, or a refusal. */
export const placesFor = (reporterId: string, today: readonly Counted[], now: number) =>
  freePlaces(today, now, (place) => `issue-${digest('report', reporterId, dayOf(now), String(place))}`)

/**
 * Writes an ordinary report under one of the day's free places, which one its request decides. Another report of the same person that
 * was quicker has taken the place; then what is free is looked up again. So the limit costs no document and no request of its own.
 */
export const inFreePlace = async <T>(
  context: Context,
  { reporterId, today, chance }: { reporterId: string; today: readonly Counted[]; chance: string },
  write: (issueId: string) => Promise<T>,
): Promise<T | Refusal<'ISSUE_REPORTED_TOO_OFTEN'>> => {
  for (let known = today; ; known = await readAgain(context, reporterId)) {
    const free = placesFor(reporterId, known, context.now)
    if (isRefusal(free)) return free
    const issueId = free[stableHash(chance) % free.length]!
    try {
      return await write(issueId)
    } catch (error) {
      if (!(error instanceof IdTaken) || error.id !== issueId) throw error
    }
  }
}
