import type { activities } from '@/shared/contracts/activities'
import { mayRevoke, publicCertificate } from '@/shared/domain/activities/certificate'
import { isRefusal } from '@/shared/kernel/decision'
import { findCertificate } from '../../runtime/find-certificate'
import type { Handler } from '../../runtime/handler'

/** What a certificate states, for anybody who was shown its code. */
export const checkCertificate: Handler<typeof activities.checkCertificate> = async (
  { code },
  { actor, now, store },
) => {
  const certificate = await findCertificate(store, code, now)
  if (isRefusal(certificate)) return certificate
  return { certificate: publicCertificate(certificate), mayRevoke: mayRevoke(certificate, actor) }
}
