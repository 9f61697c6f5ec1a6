import type { consultations } from '@/shared/contracts/consultations'
import { canResolveFrom } from '@/shared/domain/consultations/meetings'
import { acted, isDueFit, mayRun } from '@/shared/domain/consultations/moves'
import { ownerSaid, resolvedSaid, topicNotice } from '@/shared/domain/consultations/notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { announce } from './announce'
import { noticeIdOf } from './ids'
import { moveTopic } from './move-topic'
import { findOwners } from './list-owners'
import { everyPartaker } from './partaking'

/** Writes down what was agreed, who sees to it and by when. Without an owner and a day there is no resolution. */
export const resolveTopic: Handler<typeof consultations.resolveTopic> = async (
  { id, text, ownerId, dueOn },
  context,
) => {
  const { actor, now, store, transact } = context
  const [seen, owners] = await Promise.all([store.consultations.get(id), findOwners(context)])
  if (!seen || !mayRun(seen, actor)) return refuse('NOT_FOUND')
  if (ownerId === undefined) return refuse('RESOLUTION_WITHOUT_OWNER')
  if (dueOn === undefined) return refuse('RESOLUTION_WITHOUT_DAY')
  if (!isDueFit(dueOn, now)) return refuse('DUE_UNFIT')
  if (!owners.some((owner) => owner.id === ownerId)) return refuse('OWNER_UNKNOWN')
  const people = await everyPartaker(store, seen)
  return transact(async (tx) => {
    const next = await moveTopic(tx, id, actor, (topic) => {
      if (topic.vote && !topic.vote.result) return refuse('VOTE_RUNNING')
      if (!canResolveFrom(topic, now)) return refuse('MINUTES_MISSING')
      const resolution = { text, ownerId, dueOn, at: toInstant(now) }
      return acted(topic, 'resolve', { byId: actor.personId, given: { resolution } }, now)
    })
    if (isRefusal(next)) return next
    const key = noticeIdOf('resolved', id, next.updatedAt)
    await announce(tx, next, key, people, resolvedSaid(next), now)
    await tx.notices.create(topicNotice(next, key, ownerId, ownerSaid(next, dueOn), now))
    return { id, step: next.step }
  })
}
