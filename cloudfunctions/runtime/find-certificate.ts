import { certificateIdOf, certificateTriesIdOf, type Certificate } from '@/shared/domain/activities/certificate'
import { readCertificateCode } from '@/shared/kernel/certificate-code'
import { refuse, type Refusal } from '@/shared/kernel/decision'
import type { ReadStore } from '../store/store'
import { giveTryBack, takeTry } from './take-try'

/**
 * The certificate a code stands for. Codes that begin alike share a few tries a minute, whoever tries them, because anybody may and nobody
 * has to say who they are; a good one is given back, so that only guesses run out. Two requests for a code that nothing begins like, five at most else.
 */
export const findCertificate = async (
  store: ReadStore,
  given: string,
  now: number,
): Promise<Certificate | Refusal<'CERTIFICATE_UNKNOWN' | 'TRIED_TOO_OFTEN'>> => {
  const code = readCertificateCode(given)
  if (code === null) return refuse('CERTIFICATE_UNKNOWN')
  const tries = await store.certificateTries.get(certificateTriesIdOf(code))
  if (!tries) return refuse('CERTIFICATE_UNKNOWN')
  if (!(await takeTry(store.certificateTries, tries, now))) return refuse('TRIED_TOO_OFTEN')
  const certificate = await store.certificates.get(certificateIdOf(code))
  if (!certificate) return refuse('CERTIFICATE_UNKNOWN')
  await giveTryBack(store.certificateTries, tries._id)
  return certificate
}
