import type { activities } from '@/shared/contracts/activities'
import { isActivityStaff } from '@/shared/domain/activities/activity-rules'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { activityRow } from './activity-row'
import { namesOf } from '../../store/names-of'
import { themesOf } from './themes-of'

/** Every activity for staff, for everybody else their own; newest first. */
export const listActivities: Handler<typeof activities.listActivities> = async (
  { state, cursor },
  { actor, store },
) => {
  const { communityId, personId } = actor
  const found = await store.activities.list({
    ...afterKey(
      { ...(isActivityStaff(actor) ? { communityId } : { leaderId: personId }), ...(state ? { state } : {}) },
      cursor,
      'createdAt',
      'desc',
    ),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const [{ names }, nameOf] = await Promise.all([
    themesOf(store, communityId),
    namesOf(
      store,
      page.map(({ leaderId }) => leaderId),
    ),
  ])
  return {
    activities: page.map((activity) => activityRow(activity, names, nameOf(activity.leaderId))),
    next: nextCursor(found, ({ createdAt }) => createdAt),
  }
}
