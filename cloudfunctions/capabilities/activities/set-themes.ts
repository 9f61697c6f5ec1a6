import type { activities } from '@/shared/contracts/activities'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { namesFrom, themeSettingsId } from '../../store/themes'

/** Names the four themes; what is on already is shown by the new names. */
export const setThemes: Handler<typeof activities.setThemes> = async ({ names }, { actor, now, transact }) => {
  if (new Set(Object.values(names)).size < 4) return refuse('THEME_TWICE')
  const settings = {
    _id: themeSettingsId(actor.communityId),
    names,
    changedBy: actor.personId,
    changedAt: toInstant(now),
  }
  return transact(async (tx) => {
    await tx.themeSettings.put(settings)
    return { themes: namesFrom(settings).list }
  })
}
