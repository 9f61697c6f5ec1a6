import type { consents } from '@/shared/contracts/consents'
import { isOpen } from '@/shared/domain/consents/consent'
import { contactView } from '@/shared/domain/consents/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { findConsent } from './find'

/** The doors somebody keeps in touch with, in the order one walks them: those without an answer, those where paper and online differ, or all. */
export const listMyContacts: Handler<typeof consents.listMyContacts> = async ({ id, part, cursor }, context) => {
  const { actor, now, store } = context
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const mine = { consentId: id, contactId: actor.personId }
  const unanswered = { ...mine, isAnswered: false }
  const listed = { remaining: unanswered, inConflict: { ...mine, isInConflict: true }, all: mine }
  const [found, remaining, total] = await Promise.all([
    store.consentHouseholds.list({
      ...afterKey(listed[part], cursor, 'order', 'asc'),
      limit: pageSize + 1,
    }),
    store.consentHouseholds.count(unanswered),
    store.consentHouseholds.count(mine),
  ])
  return {
    households: found.slice(0, pageSize).map((household) => contactView(household, consent.rule)),
    remaining,
    total,
    isOpen: isOpen(consent, now),
    next: nextCursor(found, ({ order }) => order),
    now: toInstant(now),
  }
}
