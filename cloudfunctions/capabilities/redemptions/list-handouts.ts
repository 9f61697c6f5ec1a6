import type { redemptions } from '@/shared/contracts/redemptions'
import { canManage } from '@/shared/domain/redemptions/centre'
import { isOwnRedemption } from '@/shared/domain/redemptions/code'
import { handoutOf } from '@/shared/domain/redemptions/views'
import { refuse } from '@/shared/kernel/decision'
import { dayOf, daysBetween, toInstant } from '@/shared/kernel/time'
import type { Handler, QueryContext } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { centreToRead } from './centres'

type Sum = { _id: string; count: number; halfPoints: number }

const totalsOf = async (centreId: string, day: string, { store }: Pick<QueryContext, 'store'>) => {
  const rows = (await store.aggregate('redemptions', { centreId, capturedOn: day, state: 'captured' }, [
    { group: { _id: '$rewardName', count: { $sum: 1 }, halfPoints: { $sum: '$halfPoints' } } },
    { limit: 1000 },
  ])) as Sum[]
  return rows
    .map(({ _id, count, halfPoints }) => ({ rewardName: _id, count, halfPoints }))
    .sort((a, b) => b.count - a.count || (a.rewardName < b.rewardName ? -1 : 1))
}

/** What went over the counter on a day, the latest first, and the sums of the whole day. */
export const listHandouts: Handler<typeof redemptions.listHandouts> = async ({ centreId, day, cursor }, context) => {
  const { actor, now, store, directory } = context
  const centre = await centreToRead(centreId, (one) => canManage(one, actor), context)
  if (!centre) return refuse('NOT_FOUND')
  const found = await store.redemptions.list({
    ...afterKey({ centreId, capturedOn: day }, cursor, 'capturedAt', 'desc'),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const ids = [...new Set(page.map(({ personId }) => personId))]
  const people = ids.length > 0 ? await store.persons.list({ where: { _id: { in: ids } } }) : []
  const nameOf = new Map(people.map(({ _id, name }) => [_id, name]))
  const { reverseDays } = (await directory()).rules.settings
  const isRecent = daysBetween(day, dayOf(now)) <= reverseDays
  return {
    centreName: centre.name,
    handouts: page.map((redemption) => ({
      ...handoutOf(redemption, nameOf.get(redemption.personId) ?? '', new Map()),
      state: redemption.state,
      capturedAt: redemption.capturedAt ?? redemption.heldAt,
      clerkName: redemption.clerk?.name ?? '',
      returnedFor: redemption.returned?.reason ?? null,
      canReturn: redemption.state === 'captured' && isRecent && !isOwnRedemption(redemption, actor),
    })),
    totals: await totalsOf(centreId, day, context),
    next: nextCursor(found, ({ capturedAt, heldAt }) => capturedAt ?? heldAt),
    now: toInstant(now),
  }
}
