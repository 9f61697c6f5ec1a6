import type { activities } from '@/shared/contracts/activities'
import type { Handler } from '../../runtime/handler'
import { themesOf } from '../../store/themes'

/** What a new activity may be: the themes by the names the staff gave them, and what an hour earns where nobody says otherwise. */
export const listThemes: Handler<typeof activities.listThemes> = async (_input, { actor, store, directory }) => ({
  themes: (await themesOf(store, actor.communityId)).list,
  halfPointsPerHour: (await directory()).rules.settings.halfPointsPerHour,
})
