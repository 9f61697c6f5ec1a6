import type { activities } from '@/shared/contracts/activities'
import type { Activity } from '@/shared/domain/activities/records'
import type { OutputOf } from '@/shared/kernel/capability'
import type { Theme } from '@/shared/kernel/themes'

export const activityRow = (
  activity: Activity,
  names: Record<Theme, string>,
  leaderName: string,
): OutputOf<typeof activities.listActivities>['activities'][number] => {
  const { _id, theme, title, state, reason, place, capacity, halfPointsPerHour, rule } = activity
  return {
    id: _id,
    theme,
    themeName: names[theme],
    title,
    state,
    reason,
    placeWords: place.words,
    leaderName,
    capacity,
    halfPointsPerHour,
    rule,
  }
}
