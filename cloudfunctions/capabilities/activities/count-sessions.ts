import type { activities } from '@/shared/contracts/activities'
import { addDays, dayOf, startOfDay, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** More than anybody signs up for in six weeks. */
const mineMax = 200

/** How many sessions there are on each day that has any, and how many of them the caller has signed up for. Two requests. */
export const countSessions: Handler<typeof activities.countSessions> = async ({ from, to }, { actor, store }) => {
  const { communityId, personId } = actor
  const startsAt = { after: toInstant(startOfDay(from) - 1), before: toInstant(startOfDay(addDays(to, 1))) }
  const [sums, own] = await Promise.all([
    store.aggregate('sessions', { communityId, state: { in: ['open', 'settled'] }, startsAt }, [
      { group: { _id: '$day', sessions: { $sum: 1 } } },
    ]) as Promise<{ _id: string; sessions: number }[]>,
    store.signups.list({ where: { personId, state: 'live', startsAt }, limit: mineMax }),
  ])
  return {
    days: sums
      .map(({ _id: day, sessions }) => ({
        day,
        sessions,
        mine: own.filter((one) => dayOf(one.startsAt) === day).length,
      }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}
