import type { consents } from '@/shared/contracts/consents'
import { askedOf } from '@/shared/domain/consents/consent'
import { entryIdOf } from '@/shared/domain/consents/entry'
import { inclusionOf } from '@/shared/domain/consents/inclusion'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { logDigest } from '../../runtime/consent-log'
import type { Handler } from '../../runtime/handler'
import { listWhole, listWholeIn } from '../../store/whole'
import { findConsent, findDoor, proprietorsOf } from './find'

/**
 * What an owner checks for themselves after the result is published: that their home was counted, and as what. The chain says what the
 * household has said from the first line on, so the bearer of a link gets it only where every line is their own.
 */
export const proveAnswer: Handler<typeof consents.proveAnswer> = async ({ id, link }, { actor, store }) => {
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const door = await findDoor(store, consent, actor, link)
  if (isRefusal(door))
    return door.refused === 'ANSWER_NOT_PROPRIETOR' ? refuse('PROOF_NOT_YOURS') : refuse(door.refused)
  const { householdId, blockId, pseudonym, sequence } = door.household
  const isOwner = async () =>
    (await proprietorsOf(store, householdId)).some(({ personId }) => personId === actor.personId)
  const isAllTheirs = async () => {
    const notes = await store.consentNotes.list({ where: { consentId: id, householdId }, limit: sequence + 1 })
    return notes.length === sequence && notes.every(({ actorId }) => actorId === actor.personId)
  }
  if (!(await (door.link ? isAllTheirs() : isOwner()))) return refuse('PROOF_NOT_YOURS')
  const result = consent.state === 'published' ? await store.consentResults.get(id) : null
  if (!result) return refuse('CONSENT_NOT_PUBLISHED')
  const lines = Array.from({ length: sequence }, (_, at) => entryIdOf(id, pseudonym, at + 1))
  const [block, entries] = await Promise.all([
    listWhole(store.consentHouseholds, { consentId: id, blockId }),
    listWholeIn(store.consentEntries, '_id', lines),
  ])
  entries.sort((a, b) => a.sequence - b.sequence)
  const sealed = { ...askedOf(consent), frameHash: consent.frameHash, ...result }
  return inclusionOf(sealed, pseudonym, block, entries, logDigest) ?? refuse('HOUSEHOLD_NOT_IN_CONSENT')
}
