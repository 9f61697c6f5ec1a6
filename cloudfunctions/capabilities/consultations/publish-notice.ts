import type { consultations } from '@/shared/contracts/consultations'
import { acted, noticeOf } from '@/shared/domain/consultations/moves'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { moveTopic } from './move-topic'

/** Shows a resolution to the public for whole days; then it is carried out by itself. */
export const publishNotice: Handler<typeof consultations.publishNotice> = ({ id, days }, { actor, now, transact }) =>
  transact(async (tx) => {
    const given = noticeOf(days, now)
    const words = `${given.notice.from} 至 ${given.notice.to}`
    const next = await moveTopic(tx, id, actor, (topic) => {
      if (topic.resolution && topic.resolution.dueOn <= given.notice.to) return refuse('NOTICE_OUTLASTS_DUE')
      return acted(topic, 'publish', { byId: actor.personId, words, given }, now)
    })
    return isRefusal(next) ? next : { id, step: next.step }
  })
