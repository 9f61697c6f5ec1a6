import type { consultations } from '@/shared/contracts/consultations'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { topicRow } from './topic-row'

/** Topics of the community that are under way or have come to a result, what moved last first; or the caller's own, newest first. */
export const listTopics: Handler<typeof consultations.listTopics> = async ({ which, cursor }, context) => {
  const { actor, now, store, directory } = context
  const { communityId, personId } = actor
  const wheres = {
    open: { communityId, isOpen: true, textCheck: 'passed' },
    ended: { communityId, step: 'reported', textCheck: 'passed' },
    mine: { proposerId: personId },
  }
  const key = which === 'mine' ? 'createdAt' : 'updatedAt'
  const [found, map] = await Promise.all([
    store.consultations.list({ ...afterKey(wheres[which], cursor, key, 'desc'), limit: pageSize + 1 }),
    directory(),
  ])
  return {
    topics: found.slice(0, pageSize).map((one) => topicRow(one, map, now)),
    next: nextCursor(found, (one) => one[key]),
  }
}
