import { contactRoles, deskRoles } from '@/shared/domain/consents/contact-roles'
import type { Consent } from '@/shared/domain/consents/consent'
import { consentHouseholdIdOf, type ConsentHousehold } from '@/shared/domain/consents/household'
import { tallyIdOf } from '@/shared/domain/consents/tally'
import type { After, Before } from '@/shared/domain/consents/answer'
import { holds, type Actor } from '@/shared/kernel/actor'
import { refuse, type Refusal } from '@/shared/kernel/decision'
import { digest } from '../../runtime/hash'
import type { ReadStore, Transaction } from '../../store/store'

/** A consent of the actor's community; null for one that is not there or not theirs. */
export const findConsent = async (store: ReadStore, id: string, actor: Actor): Promise<Consent | null> => {
  const consent = await store.consents.get(id)
  return consent?.communityId === actor.communityId ? consent : null
}

export const isDesk = (actor: Actor): boolean => holds(actor, deskRoles)

/** Somebody a household was given to, and still in a post in which one is given any. */
export const isContactOf = ({ contactId }: Pick<ConsentHousehold, 'contactId'>, actor: Actor): boolean =>
  contactId === actor.personId && holds(actor, [...contactRoles, ...deskRoles])

/** The owners of a household who are in the app: bound to it as such, approved, and still there. One request. */
export const proprietorsOf = async (
  store: ReadStore,
  householdId: string,
): Promise<{ personId: string; name: string }[]> => {
  const rows = (await store.aggregate('bindings', { householdId, state: 'approved', relation: 'proprietor' }, [
    { lookup: { from: 'persons', localField: 'personId', foreignField: '_id', as: 'person' } },
    { limit: 50 },
  ])) as { person: { _id: string; name: string; householdId?: string }[] }[]
  const people = rows.flatMap(({ person }) => person).filter((person) => person.householdId === householdId)
  return [...new Map(people.map(({ _id, name }) => [_id, { personId: _id, name }])).values()]
}

/** The digest a link is kept as; the link itself is kept nowhere. */
export const linkDigest = (consentId: string, link: string): string => digest('consent-link', consentId, link)

/** For whom a call about a household is made: by the actor's own home, or by a link. */
export interface Door {
  readonly household: ConsentHousehold
  /** What the link was made out for; null for one's own home. */
  readonly link: { readonly digest: string; readonly name: string; readonly as: 'proprietor' | 'proxy' } | null
}

/** The household the actor speaks for; or why there is none. One request. */
export const findDoor = async (
  store: ReadStore,
  consent: Consent,
  actor: Actor,
  link: string | undefined,
): Promise<
  Door | Refusal<'LINK_NOT_GOOD' | 'LINK_OF_YOUR_OWN' | 'HOUSEHOLD_NOT_IN_CONSENT' | 'ANSWER_NOT_PROPRIETOR'>
> => {
  if (link !== undefined) {
    const sent = linkDigest(consent._id, link)
    const [household] = await store.consentHouseholds.list({ where: { 'link.digest': sent }, limit: 1 })
    if (!household?.link) return refuse('LINK_NOT_GOOD')
    const { byId, name, as } = household.link
    if (byId === actor.personId || household.contactId === actor.personId) return refuse('LINK_OF_YOUR_OWN')
    return { household, link: { digest: sent, name, as } }
  }
  if (!actor.householdId) return refuse('ANSWER_NOT_PROPRIETOR')
  const household = await store.consentHouseholds.get(consentHouseholdIdOf(consent._id, actor.householdId))
  return household ? { household, link: null } : refuse('HOUSEHOLD_NOT_IN_CONSENT')
}

/** What a change of a household reads, in the transaction. Three requests. */
export const readBefore = async (
  tx: Transaction,
  { _id, consentId, blockId }: Pick<ConsentHousehold, '_id' | 'consentId' | 'blockId'>,
): Promise<Before | null> => {
  const tally = await tx.consentTallies.get(tallyIdOf(consentId, blockId))
  const household = await tx.consentHouseholds.get(_id)
  const consent = await tx.consents.get(consentId)
  return consent && household && tally ? { consent, household, tally } : null
}

/** Writes one line of the log with all that follows from it. The sums, which a whole building wants, go first. Four requests. */
export const putAfter = async (tx: Transaction, { tally, household, entry, note }: After): Promise<void> => {
  await tx.consentTallies.put(tally)
  await tx.consentHouseholds.put(household)
  await tx.consentEntries.create(entry)
  await tx.consentNotes.create(note)
}
