import type { consultations } from '@/shared/contracts/consultations'
import { fresh } from '@/shared/domain/consultations/checked-words'
import { canSee, isRunner } from '@/shared/domain/consultations/who'
import { refuse } from '@/shared/kernel/decision'
import { dayOf, startOfDay, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { notePartaker } from './partaking'

/** How often somebody speaks in a day. */
const perDay = 30

/** Says something about a topic; others read it once it has passed the content check. */
export const addComment: Handler<typeof consultations.addComment> = async ({ id, text }, context) => {
  const { actor, now, newId, store, transact } = context
  const { personId, communityId } = actor
  const today = toInstant(startOfDay(dayOf(now)))
  if ((await store.comments.countUpTo({ personId, createdAt: { atLeast: today } }, perDay)) >= perDay)
    return refuse('COMMENTS_TOO_MANY')
  return transact(async (tx) => {
    const consultation = await tx.consultations.get(id)
    if (!consultation || !canSee(consultation, actor)) return refuse('NOT_FOUND')
    if (!consultation.isOpen) return refuse('TOPIC_OVER')
    const _id = newId('comment')
    await tx.comments.create({
      _id,
      communityId,
      consultationId: id,
      personId,
      text,
      ...fresh(isRunner(actor), now),
      createdAt: toInstant(now),
    })
    await notePartaker(tx, consultation, personId, { hasCommented: true })
    return { id: _id }
  })
}
