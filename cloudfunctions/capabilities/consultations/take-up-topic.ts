import type { consultations } from '@/shared/contracts/consultations'
import { acted } from '@/shared/domain/consultations/moves'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { moveTopic } from './move-topic'

/** Takes a topic up for review; whoever does runs it from then on. */
export const takeUpTopic: Handler<typeof consultations.takeUpTopic> = ({ id }, { actor, now, transact }) =>
  transact(async (tx) => {
    const next = await moveTopic(tx, id, actor, (topic) =>
      acted(topic, 'takeUp', { byId: actor.personId, given: { runnerId: actor.personId } }, now),
    )
    return isRefusal(next) ? next : { id, step: next.step }
  })
