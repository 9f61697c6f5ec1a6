import type { consents } from '@/shared/contracts/consents'
import { isSignedByOther } from '@/shared/domain/consents/answer'
import { liveOf } from '@/shared/domain/consents/standing'
import { headView, isBoardPublic, resultView } from '@/shared/domain/consents/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Consent } from '@/shared/domain/consents/consent'
import type { Handler, QueryContext } from '../../runtime/handler'
import { boardOf } from './board-of'
import { findConsent, findDoor, isDesk, proprietorsOf, type Door } from './find'

/** What an owner, or the bearer of a link, is told of their household. Whoever else lives there learns that it is asked, and no answer. */
const ownView = async ({ household, link }: Door, consent: Consent, { store, actor }: QueryContext) => {
  const owners = await proprietorsOf(store, household.householdId)
  const isOwner = owners.some(({ personId }) => personId === actor.personId)
  const maySee = isOwner || link !== null
  const contact = await store.persons.get(household.contactId)
  const live = maySee ? liveOf(household.said, consent.rule) : null
  const isSigner = household.signer?.personId === actor.personId
  return {
    householdId: household.householdId,
    label: household.label,
    answer: live?.answer ?? null,
    channel: live?.channel ?? null,
    isInConflict: maySee && household.isInConflict,
    receipt: maySee && household.sequence > 0 ? household.head : null,
    signerName: maySee ? (household.signer?.name ?? null) : null,
    isSigner,
    maySign:
      maySee &&
      !isSignedByOther(
        household,
        actor.personId,
        owners.map(({ personId }) => personId),
      ),
    linkName: link?.name ?? null,
    signsAs: link ? link.as : isOwner ? ('proprietor' as const) : null,
    coOwners: isOwner ? owners.filter(({ personId }) => personId !== actor.personId) : [],
    contact: contact && { name: contact.name, phone: contact.dutyPhone ?? null },
  }
}

/** One consent, with what the caller's own household has said. */
export const getConsent: Handler<typeof consents.getConsent> = async ({ id, link }, context) => {
  const { actor, now, store } = context
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const door =
    consent.state === 'opening' ? refuse('HOUSEHOLD_NOT_IN_CONSENT') : await findDoor(store, consent, actor, link)
  if (isRefusal(door) && (door.refused === 'LINK_NOT_GOOD' || door.refused === 'LINK_OF_YOUR_OWN'))
    return refuse(door.refused)
  const isShown = isBoardPublic(consent)
  const figures = isShown ? await boardOf(store, consent, now) : null
  const mine = await store.consentHouseholds.countUpTo({ consentId: id, contactId: actor.personId }, 1)
  return {
    ...headView(consent, now),
    question: consent.question,
    mine: isRefusal(door) ? null : await ownView(door, consent, context),
    counterNames: consent.counters.map(({ name }) => name),
    isContact: mine > 0,
    isDesk: isDesk(actor),
    board: figures?.board ?? null,
    result: figures?.counted && consent.state === 'published' ? resultView(figures.counted) : null,
    now: toInstant(now),
  }
}
