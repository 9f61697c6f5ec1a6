import type { consultations } from '@/shared/contracts/consultations'
import { acted } from '@/shared/domain/consultations/moves'
import { goneBackSaid } from '@/shared/domain/consultations/notices'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { announce } from './announce'
import { noticeIdOf } from './ids'
import { moveTopic } from './move-topic'
import { everyPartaker } from './partaking'

/** Takes a resolution back to be talked over, and voted on, again; what had been resolved and how the vote came out stays in its history. */
export const goBackToMeeting: Handler<typeof consultations.goBackToMeeting> = async (
  { id, reason },
  { actor, now, store, transact },
) => {
  const seen = await store.consultations.get(id)
  const people = seen ? await everyPartaker(store, seen) : []
  return transact(async (tx) => {
    const next = await moveTopic(tx, id, actor, (topic) => {
      const given = { vote: null, resolution: null, notice: null, nextAt: null }
      const words = topic.resolution ? `${reason}（原决议：${topic.resolution.text}）` : reason
      return acted(topic, 'goBack', { byId: actor.personId, words, given }, now)
    })
    if (isRefusal(next)) return next
    await announce(tx, next, noticeIdOf('back', id, next.updatedAt), people, goneBackSaid(next, reason), now)
    return { id, step: next.step }
  })
}
