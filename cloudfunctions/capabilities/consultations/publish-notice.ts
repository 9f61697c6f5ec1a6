import type { consultations } from '@/shared/contracts/consultations'
import { acted, noticeOf, outlastsDue } from '@/shared/domain/consultations/moves'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { wallClock } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { moveTopic } from './move-topic'

/** Shows a resolution to the public for whole days; then it is carried out by itself. */
export const publishNotice: Handler<typeof consultations.publishNotice> = ({ id, days }, { actor, now, transact }) =>
  transact(async (tx) => {
    const given = noticeOf(days, now)
    const [from, to] = [given.notice.from, given.notice.to].map((day) => wallClock(day).format('M 月 D 日'))
    const words = `${from}至 ${to}`
    const next = await moveTopic(tx, id, actor, (topic) => {
      if (outlastsDue(topic, given.notice)) return refuse('NOTICE_OUTLASTS_DUE')
      return acted(topic, 'publish', { byId: actor.personId, words, given }, now)
    })
    return isRefusal(next) ? next : { id, step: next.step }
  })
