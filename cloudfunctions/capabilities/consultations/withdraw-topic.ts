import type { consultations } from '@/shared/contracts/consultations'
import { acted } from '@/shared/domain/consultations/moves'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Takes back one's own topic, as long as nobody has taken it up. */
export const withdrawTopic: Handler<typeof consultations.withdrawTopic> = ({ id }, { actor, now, transact }) =>
  transact(async (tx) => {
    const found = await tx.consultations.get(id)
    if (found?.proposerId !== actor.personId) return refuse('NOT_FOUND')
    const next = acted(found, 'withdraw', { byId: actor.personId }, now)
    if (isRefusal(next)) return next
    await tx.consultations.put(next)
    return { id, step: next.step }
  })
