import type { issues } from '@/shared/contracts/issues'
import { readFields } from '@/shared/domain/issues/access-log'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** What a capability is to whoever reads the log: looking, or doing something and seeing it on the way. */
const actionOf = (capability: string): string => {
  const verb = capability.split('.')[1] ?? ''
  if (verb.startsWith('get')) return '打开查看'
  return verb.startsWith('list') ? '在列表里看到' : '办理时看到'
}

/** Who has read what of disputes, the last first; of one issue, or of the whole community. */
export const listAccessLogs: Handler<typeof issues.listAccessLogs> = async (
  { issueId, cursor },
  { actor, now, store },
) => {
  const found = await store.accessLogs.list({
    where: { communityId: actor.communityId, ...(issueId ? { issueId } : {}) },
    ...afterKey(cursor, 'at', 'desc'),
    limit: pageSize + 1,
  })
  return {
    reads: found.slice(0, pageSize).map(({ _id, issueId: of, issueCode, personName, capability, fields, at }) => ({
      id: _id,
      issueId: of,
      issueCode,
      personName,
      action: actionOf(capability),
      fields: fields.flatMap((field) => readFields[field as keyof typeof readFields] ?? []),
      at,
    })),
    next: nextCursor(found, (read) => read.at),
    now: toInstant(now),
  }
}
