import type { consultations } from '@/shared/contracts/consultations'
import { acted, mayRun } from '@/shared/domain/consultations/moves'
import { acceptedSaid, declinedSaid, joinedSaid, topicNotice } from '@/shared/domain/consultations/notices'
import type { Consultation } from '@/shared/domain/consultations/records'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { CommandContext, Handler } from '../../runtime/handler'
import type { Transaction } from '../../store/store'
import { announce } from './announce'
import { noticeIdOf } from './ids'
import { moveTopic } from './move-topic'
import { everyPartaker } from './partaking'

type Asked = {
  id: string
  decision: 'accept' | 'decline' | 'join'
  reason?: string | undefined
  intoId?: string | undefined
}

/** The topic another is put into: under way, of the same community, and not the same one. */
const intoOf = async (tx: Transaction, { id, intoId }: Asked, { actor }: Pick<CommandContext, 'actor'>) => {
  const into = intoId === undefined || intoId === id ? null : await tx.consultations.get(intoId)
  return into?.isOpen && into.textCheck === 'passed' && mayRun(into, actor) ? into : null
}

/**
 * Decides about a topic: it goes on, it does not, or it goes into another that says much the same. Whoever proposed it is told; where it
 * goes into another, everybody who took part.
 */
export const reviewTopic: Handler<typeof consultations.reviewTopic> = async (asked, context) => {
  const { id, decision, reason = '' } = asked
  const { actor, now, store, transact } = context
  const seen = decision === 'join' ? await store.consultations.get(id) : null
  const people = seen ? await everyPartaker(store, seen) : []
  return transact(async (tx) => {
    const into = await intoOf(tx, asked, context)
    const next = await moveTopic(tx, id, actor, (topic) => {
      if (decision === 'decline' && !reason) return refuse('REASON_MISSING')
      if (decision === 'join' && !into) return refuse('INTO_UNFIT')
      if (decision === 'accept' && topic.textCheck !== 'passed') return refuse('WORDS_NOT_PASSED')
      const given = into && decision === 'join' ? { joinedIntoId: into._id } : {}
      return acted(topic, decision, { byId: actor.personId, words: reason, given }, now)
    })
    if (isRefusal(next)) return next
    // Two that go into each other at once would both be over: the one that is gone into may not end meanwhile.
    if (next.joinedIntoId) await tx.consultations.guard(next.joinedIntoId)
    await tell(tx, next, into, people, { ...asked, reason }, now)
    return { id, step: next.step }
  })
}

const tell = async (
  tx: Transaction,
  topic: Consultation,
  into: Consultation | null,
  people: string[],
  { id, decision, reason = '' }: Asked,
  now: number,
): Promise<void> => {
  const key = noticeIdOf('review', id, topic.updatedAt)
  if (decision === 'join' && into) {
    return announce(tx, into, key, people, joinedSaid(topic, into), now)
  }
  const said = decision === 'accept' ? acceptedSaid(topic) : declinedSaid(topic, reason)
  await tx.notices.create(topicNotice(topic, key, topic.proposerId, said, now))
}
