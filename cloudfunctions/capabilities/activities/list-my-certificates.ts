import type { activities } from '@/shared/contracts/activities'
import { ownCertificate } from '@/shared/domain/activities/certificate'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** The caller's certificates, also those that are good no more. */
export const listMyCertificates: Handler<typeof activities.listMyCertificates> = async (
  { cursor },
  { actor, now, store },
) => {
  const found = await store.certificates.list({
    ...afterKey({ personId: actor.personId }, cursor, 'issuedAt', 'desc'),
    limit: pageSize + 1,
  })
  return {
    certificates: found.slice(0, pageSize).map(ownCertificate),
    next: nextCursor(found, ({ issuedAt }) => issuedAt),
    now: toInstant(now),
  }
}
