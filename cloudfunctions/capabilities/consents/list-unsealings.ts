import type { consents } from '@/shared/contracts/consents'
import { isCounter } from '@/shared/domain/consents/unsealing'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { findConsent, isDesk } from './find'
import { unsealingView } from './unsealing-view'

/** Every line that was asked for, the newest first, for its counters and the desk; never what was opened. */
export const listUnsealings: Handler<typeof consents.listUnsealings> = async (
  { id, cursor },
  { actor, now, store },
) => {
  const consent = await findConsent(store, id, actor)
  if (!consent || !(isCounter(consent, actor) || isDesk(actor))) return refuse('NOT_FOUND')
  const found = await store.consentUnsealings.list({
    ...afterKey({ consentId: id }, cursor, 'askedAt', 'desc'),
    limit: pageSize + 1,
  })
  return {
    unsealings: found.slice(0, pageSize).map((one) => unsealingView(consent, one, actor, now)),
    next: nextCursor(found, ({ askedAt }) => askedAt),
    now: toInstant(now),
  }
}
