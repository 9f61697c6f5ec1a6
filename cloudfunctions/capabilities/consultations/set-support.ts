import type { consultations } from '@/shared/contracts/consultations'
import { canSee } from '@/shared/domain/consultations/who'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { partakerIdOf } from './ids'
import { notePartaker } from './partaking'

/**
 * Stands behind a topic, or no longer. Twice is once. It writes the supporter's own document, and the number of them grows by itself and not
 * in the transaction, so that a whole estate can stand behind a topic at once and none of them holds up the desk. A server that dies
 * between the two leaves the number one short; who supports is kept with the supporter.
 */
export const setSupport: Handler<typeof consultations.setSupport> = async ({ id, isOn }, context) => {
  const { actor, store, transact } = context
  let more = 0
  const answer = await transact(async (tx) => {
    more = 0
    const consultation = await tx.consultations.get(id)
    if (!consultation || !canSee(consultation, actor)) return refuse('NOT_FOUND')
    if (!consultation.isOpen) return refuse('TOPIC_OVER')
    const wasOn = (await tx.partakers.get(partakerIdOf(id, actor.personId)))?.isSupporter ?? false
    more = Number(isOn) - Number(wasOn)
    if (more !== 0) await notePartaker(tx, consultation, actor.personId, { isSupporter: isOn })
    return { id, supports: consultation.supports + more }
  })
  if (more !== 0) await store.consultations.increment({ _id: id }, 'supports', more)
  return answer
}
