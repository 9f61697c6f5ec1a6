import type { insight } from '@/shared/contracts/insight'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** Which fixes on the spot were drawn for a check; codes only, what it was about opens for whoever may see it. */
export const listDrawn: Handler<typeof insight.listDrawn> = async ({ cursor }, { actor, now, store, directory }) => {
  const [found, { gridById }] = await Promise.all([
    store.tallies.list({
      ...afterKey({ communityId: actor.communityId, drawnAt: { after: '' } }, cursor, 'drawnAt', 'desc'),
      limit: pageSize + 1,
    }),
    directory(),
  ])
  return {
    drawn: found
      .slice(0, pageSize)
      .flatMap(({ _id, code, gridId, drawnAt }) =>
        drawnAt ? [{ issueId: _id, code, gridName: gridById.get(gridId ?? '')?.name ?? null, drawnAt }] : [],
      ),
    next: nextCursor(found, ({ drawnAt }) => drawnAt ?? ''),
    now: toInstant(now),
  }
}
