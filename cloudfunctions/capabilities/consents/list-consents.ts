import type { consents } from '@/shared/contracts/consents'
import { contactRoles } from '@/shared/domain/consents/contact-roles'
import { consentHouseholdIdOf } from '@/shared/domain/consents/household'
import { headView } from '@/shared/domain/consents/views'
import { holds } from '@/shared/kernel/actor'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { isDesk, proprietorsOf } from './find'

type Remaining = { _id: string; count: number }

/** Every consent of the community, the newest first, with what the caller has to do with each. */
export const listConsents: Handler<typeof consents.listConsents> = async ({ cursor }, { actor, now, store }) => {
  const { communityId, householdId, personId } = actor
  const found = await store.consents.list({
    ...afterKey({ communityId }, cursor, 'createdAt', 'desc'),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const ids = page.map(({ _id }) => _id)
  const isAnyContact = holds(actor, contactRoles) || isDesk(actor)
  const [owners, homes, remaining] = await Promise.all([
    householdId && ids.length > 0 ? proprietorsOf(store, householdId) : [],
    householdId && ids.length > 0
      ? store.consentHouseholds.list({ where: { _id: { in: ids.map((id) => consentHouseholdIdOf(id, householdId)) } } })
      : [],
    isAnyContact && ids.length > 0
      ? (store.aggregate('consentHouseholds', { consentId: { in: ids }, contactId: personId, isAnswered: false }, [
          { group: { _id: '$consentId', count: { $sum: 1 } } },
        ]) as Promise<Remaining[]>)
      : [],
  ])
  const isOwner = owners.some((owner) => owner.personId === personId)
  const homeOf = new Map(homes.map((home) => [home.consentId, home]))
  const left = new Map(remaining.map(({ _id, count }) => [_id, count]))
  return {
    consents: page.map((consent) => {
      const home = isOwner ? homeOf.get(consent._id) : undefined
      return {
        ...headView(consent, now),
        mine: home ? (home.isAnswered ? ('answered' as const) : ('toSign' as const)) : ('none' as const),
        remaining: left.get(consent._id) ?? null,
      }
    }),
    mayOpen: isDesk(actor),
    next: nextCursor(found, ({ createdAt }) => createdAt),
    now: toInstant(now),
  }
}
