import type { consultations } from '@/shared/contracts/consultations'
import { canSee, isRunner } from '@/shared/domain/consultations/who'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { namesOf } from '../../store/names-of'
import { afterKey, nextCursor, pageSize } from '../../store/paging'

/** What was said about a topic, newest first: what has passed, one's own, and for those who run topics everything. */
export const listComments: Handler<typeof consultations.listComments> = async ({ id, cursor }, context) => {
  const { actor, store } = context
  const { personId } = actor
  const isDesk = isRunner(actor)
  const [consultation, found] = await Promise.all([
    store.consultations.get(id),
    store.comments.list({
      ...afterKey({ consultationId: id }, cursor, 'createdAt', 'desc'),
      ...(isDesk ? {} : { within: [{ textCheck: 'passed' }, { personId }] }),
      limit: pageSize + 1,
    }),
  ])
  if (!consultation || !canSee(consultation, actor)) return refuse('NOT_FOUND')
  const page = found.slice(0, pageSize)
  const nameOf = await namesOf(
    store,
    page.map((one) => one.personId),
  )
  return {
    comments: page.map((one) => ({
      id: one._id,
      name: nameOf(one.personId),
      text: one.text,
      textCheck: one.textCheck,
      isMine: one.personId === personId,
      canJudge: isDesk && one.textCheck !== 'risky',
      createdAt: one.createdAt,
    })),
    next: nextCursor(found, ({ createdAt }) => createdAt),
  }
}
