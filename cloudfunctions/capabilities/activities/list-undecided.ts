import type { activities } from '@/shared/contracts/activities'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { namesOf } from '../../store/names-of'
import { canDecide, participationView } from './participation-view'

/** Participations of the community that wait for somebody to agree, the oldest first; those that only wait for their end are left out. */
export const listUndecided: Handler<typeof activities.listUndecided> = async ({ cursor }, { actor, store }) => {
  const found = await store.participations.list({
    ...afterKey(
      { communityId: actor.communityId, isOpen: true, needs: { in: ['leader', 'second'] }, decision: null },
      cursor,
      'startsAt',
      'asc',
    ),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const nameOf = await namesOf(
    store,
    page.map(({ personId }) => personId),
  )
  return {
    participations: page.map((one) => ({
      ...participationView(one, nameOf(one.personId)),
      canDecide: canDecide(one, actor.personId),
    })),
    next: nextCursor(found, ({ startsAt }) => startsAt),
  }
}
