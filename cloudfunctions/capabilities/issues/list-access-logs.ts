import type { issues } from '@/shared/contracts/issues'
import { purposeWordsOf, readFields } from '@/shared/domain/issues/access-log'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** What a capability is to whoever reads the log: looking, or doing something and seeing it on the way. */
const actionOf = (capability: string): string => {
  if (capability === 'issues.askPhone') return '查看电话'
  const verb = capability.split('.')[1] ?? ''
  if (verb.startsWith('get')) return '打开查看'
  return verb.startsWith('list') ? '在列表里看到' : '办理时看到'
}

/** Who has read what of disputes, and asked for whose number, the last first; of one issue, or of the whole community. */
export const listAccessLogs: Handler<typeof issues.listAccessLogs> = async (
  { issueId, cursor },
  { actor, now, store },
) => {
  const found = await store.accessLogs.list({
    ...afterKey({ communityId: actor.communityId, ...(issueId ? { issueId } : {}) }, cursor, 'at', 'desc'),
    limit: pageSize + 1,
  })
  return {
    reads: found.slice(0, pageSize).map((log) => ({
      id: log._id,
      issueId: log.issueId,
      issueCode: log.issueCode,
      personName: log.personName,
      action: actionOf(log.capability),
      fields: log.fields.flatMap((field) => readFields[field as keyof typeof readFields] ?? []),
      purpose: purposeWordsOf(log),
      at: log.at,
    })),
    next: nextCursor(found, (read) => read.at),
    now: toInstant(now),
  }
}
