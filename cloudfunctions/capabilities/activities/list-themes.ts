import type { activities } from '@/shared/contracts/activities'
import type { Handler } from '../../runtime/handler'
import { themesOf } from '../../store/themes'

/** The themes of this community by the names its staff gave them. */
export const listThemes: Handler<typeof activities.listThemes> = async (_input, { actor, store }) => ({
  themes: (await themesOf(store, actor.communityId)).list,
})
