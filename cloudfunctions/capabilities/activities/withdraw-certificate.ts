import type { activities } from '@/shared/contracts/activities'
import { ownCertificate, withdrawn } from '@/shared/domain/activities/certificate'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Whoever it was issued to wants it to be good no more. */
export const withdrawCertificate: Handler<typeof activities.withdrawCertificate> = ({ id }, { actor, now, transact }) =>
  transact(async (tx) => {
    const certificate = await tx.certificates.get(id)
    if (certificate?.personId !== actor.personId) return refuse('NOT_FOUND')
    const ended = withdrawn(certificate, now)
    if (isRefusal(ended)) return ended
    await tx.certificates.put(ended)
    return ownCertificate(ended)
  })
