import type { consultations } from '@/shared/contracts/consultations'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** Topics and comments a person has to look at, the oldest first: those the check was not sure of, or has not answered about. */
export const listHeldWords: Handler<typeof consultations.listHeldWords> = async ({ cursor }, { actor, store }) => {
  const { communityId } = actor
  const asked = {
    ...afterKey({ communityId, textCheck: { in: ['waiting', 'review'] } }, cursor, 'createdAt', 'asc'),
    limit: pageSize + 1,
  }
  const [topics, comments] = await Promise.all([store.consultations.list(asked), store.comments.list(asked)])
  const of = new Map(topics.map(({ _id, title }) => [_id, title]))
  const unknown = comments.map(({ consultationId }) => consultationId).filter((id) => !of.has(id))
  const about =
    unknown.length > 0 ? await store.consultations.list({ where: { _id: { in: [...new Set(unknown)] } } }) : []
  about.forEach(({ _id, title }) => of.set(_id, title))
  const found = [
    ...topics.map(({ _id, text, textCheck, createdAt }) => ({
      kind: 'topic' as const,
      _id,
      topicId: _id,
      text,
      textCheck,
      createdAt,
    })),
    ...comments.map(({ consultationId, ...one }) => ({ ...one, kind: 'comment' as const, topicId: consultationId })),
  ].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a._id.localeCompare(b._id))
  return {
    held: found.slice(0, pageSize).map(({ kind, _id, topicId, text, textCheck, createdAt }) => ({
      kind,
      id: _id,
      topicId,
      title: of.get(topicId) ?? '',
      text,
      textCheck,
      createdAt,
    })),
    next: nextCursor(found, ({ createdAt }) => createdAt),
  }
}
