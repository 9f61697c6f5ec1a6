import type { consultations } from '@/shared/contracts/consultations'
import { judged } from '@/shared/domain/consultations/checked-words'
import { isRunner } from '@/shared/domain/consultations/who'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Decides whether words are shown, where the check left it to a person. What it found risky stays hidden. */
export const judgeWords: Handler<typeof consultations.judgeWords> = ({ kind, id, pass }, { actor, transact }) =>
  transact(async (tx) => {
    if (!isRunner(actor)) return refuse('FORBIDDEN')
    if (kind === 'topic') {
      const topic = await tx.consultations.get(id)
      if (topic?.communityId !== actor.communityId) return refuse('NOT_FOUND')
      if (topic.textCheck === 'risky') return refuse('WORDS_RISKY')
      const next = judged(topic, pass)
      await tx.consultations.put(next)
      return { id, textCheck: next.textCheck }
    }
    const comment = await tx.comments.get(id)
    if (comment?.communityId !== actor.communityId) return refuse('NOT_FOUND')
    if (comment.textCheck === 'risky') return refuse('WORDS_RISKY')
    const next = judged(comment, pass)
    await tx.comments.put(next)
    return { id, textCheck: next.textCheck }
  })
