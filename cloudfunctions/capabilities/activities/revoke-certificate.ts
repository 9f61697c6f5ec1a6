import type { activities } from '@/shared/contracts/activities'
import { certificateRevokedNotice } from '@/shared/domain/activities/activity-notices'
import { revoked } from '@/shared/domain/activities/certificate'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { findCertificate } from '../../runtime/find-certificate'
import type { Handler } from '../../runtime/handler'
import { noticeIdOf } from './ids'

/** Staff end a certificate that states what is not so; its holder is told why. */
export const revokeCertificate: Handler<typeof activities.revokeCertificate> = async ({ code, reason }, context) => {
  const { actor, now, store, transact } = context
  const found = await findCertificate(store, code, now)
  if (isRefusal(found)) return found
  if (found.communityId !== actor.communityId) return refuse('CERTIFICATE_UNKNOWN')
  return transact(async (tx) => {
    const certificate = await tx.certificates.get(found._id)
    if (!certificate) return refuse('CERTIFICATE_UNKNOWN')
    const ended = revoked(certificate, { by: actor.personId, reason, now })
    if (isRefusal(ended)) return ended
    await tx.certificates.put(ended)
    await tx.notices.create(certificateRevokedNotice(ended, reason, noticeIdOf('revoked', ended._id), now))
    return { id: ended._id }
  })
}
