import type { activities } from '@/shared/contracts/activities'
import { ownCertificate } from '@/shared/domain/activities/certificate'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** One certificate in full, for its holder alone. */
export const getCertificate: Handler<typeof activities.getCertificate> = async (
  { id },
  { actor, store, webAddress },
) => {
  const certificate = await store.certificates.get(id)
  if (certificate?.personId !== actor.personId) return refuse('NOT_FOUND')
  const own = ownCertificate(certificate)
  return { ...own, link: webAddress ? `${webAddress}/certificates/${own.code}` : null }
}
