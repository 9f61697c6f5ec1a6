import type { settings } from '@/shared/contracts/settings'
import { settingGroupsOf, settingsFrom } from '@/shared/domain/settings/community-settings'
import { holds } from '@/shared/kernel/actor'
import type { Handler } from '../../runtime/handler'

/** The settings as they count, read fresh: whoever has just changed one sees it. */
export const getSettings: Handler<typeof settings.getSettings> = async (_input, { actor, store }) => ({
  groups: settingGroupsOf(settingsFrom(await store.settings.get(actor.communityId))),
  canUpdate: holds(actor, ['administrator']),
})
