import type { residents } from '@/shared/contracts/residents'
import { purposeWordsOf } from '@/shared/domain/issues/access-log'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** Who has asked for the caller's number, when, about what and why; the last first. */
export const listPhoneReads: Handler<typeof residents.listPhoneReads> = async ({ cursor }, { actor, now, store }) => {
  const found = await store.accessLogs.list({
    ...afterKey({ 'phone.ownerId': actor.personId }, cursor, 'at', 'desc'),
    limit: pageSize + 1,
  })
  return {
    reads: found.slice(0, pageSize).map((log) => ({
      id: log._id,
      issueId: log.issueId,
      issueCode: log.issueCode,
      personName: log.personName,
      purpose: purposeWordsOf(log) ?? '',
      at: log.at,
    })),
    next: nextCursor(found, ({ at }) => at),
    now: toInstant(now),
  }
}
