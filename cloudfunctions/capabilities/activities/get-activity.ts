import type { activities } from '@/shared/contracts/activities'
import { canEnd, canSeeActivity, canUpdate, isActivityStaff } from '@/shared/domain/activities/activity-rules'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { activityRow } from './activity-row'
import { namesOf } from '../../store/names-of'
import { themesOf } from './themes-of'

/** One activity as whoever changes or decides it needs it. */
export const getActivity: Handler<typeof activities.getActivity> = async ({ id }, { actor, store }) => {
  const activity = await store.activities.get(id)
  if (!activity || !canSeeActivity(activity, actor)) return refuse('NOT_FOUND')
  const [{ names }, nameOf] = await Promise.all([
    themesOf(store, actor.communityId),
    namesOf(store, [activity.leaderId]),
  ])
  const { text, skills, place, headCountMin, state, leaderId } = activity
  return {
    ...activityRow(activity, names, nameOf(leaderId)),
    text,
    skills,
    place,
    headCountMin,
    canUpdate: canUpdate(activity, actor) && canEnd(activity, actor),
    canEnd: canEnd(activity, actor),
    canDecide: state === 'proposed' && isActivityStaff(actor) && leaderId !== actor.personId,
  }
}
