import type { settings } from '@/shared/contracts/settings'
import { changeSettings } from '@/shared/domain/settings/community-settings'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Sets some of a community's numbers and remembers who did. The same numbers again write nothing. */
export const updateSettings: Handler<typeof settings.updateSettings> = async (
  { values },
  { actor, now, newId, transact },
) => {
  const { communityId, personId: by, name: byName } = actor
  const _id = newId('setting')
  return transact(async (tx) => {
    const before = await tx.settings.get(communityId)
    const changed = changeSettings(before, values, { _id, communityId, by, byName, now })
    if (isRefusal(changed)) return changed
    if (!changed) return { changed: 0 }
    await tx.settings.put(changed.record)
    await tx.settingChanges.create(changed.change)
    return { changed: changed.change.lines.length }
  })
}
