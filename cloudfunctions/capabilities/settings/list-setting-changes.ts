import type { settings } from '@/shared/contracts/settings'
import { settingOf } from '@/shared/domain/settings/community-settings'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** Who set what, the last first. */
export const listSettingChanges: Handler<typeof settings.listSettingChanges> = async (
  { cursor },
  { actor, now, store },
) => {
  const found = await store.settingChanges.list({
    ...afterKey({ communityId: actor.communityId }, cursor, 'at', 'desc'),
    limit: pageSize + 1,
  })
  return {
    changes: found.slice(0, pageSize).map(({ _id, at, byName, lines }) => ({
      id: _id,
      at,
      byName,
      lines: lines.map(({ code, from, to }) => {
        const { name, words } = settingOf(code)
        return { name, from: words(from), to: words(to) }
      }),
    })),
    next: nextCursor(found, ({ at }) => at),
    now: toInstant(now),
  }
}
