import type { consultations } from '@/shared/contracts/consultations'
import { canSee } from '@/shared/domain/consultations/who'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { partakerIdOf } from './ids'
import { notePartaker } from './partaking'

/** Stands behind a topic, or no longer. Twice is once. */
export const setSupport: Handler<typeof consultations.setSupport> = ({ id, isOn }, { actor, transact }) =>
  transact(async (tx) => {
    const consultation = await tx.consultations.get(id)
    if (!consultation || !canSee(consultation, actor)) return refuse('NOT_FOUND')
    if (!consultation.isOpen) return refuse('TOPIC_OVER')
    const wasOn = (await tx.partakers.get(partakerIdOf(id, actor.personId)))?.isSupporter ?? false
    const supports = consultation.supports + Number(isOn) - Number(wasOn)
    if (isOn !== wasOn) {
      await notePartaker(tx, consultation, actor.personId, { isSupporter: isOn })
      await tx.consultations.put({ ...consultation, supports })
    }
    return { id, supports }
  })
