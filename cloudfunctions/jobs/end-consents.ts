import { randomUUID } from 'node:crypto'
import { consentHouseholdIdOf } from '@/shared/domain/consents/household'
import { householdWithout, isPaperOf, unsealingWithout, withoutCounter } from '@/shared/domain/consents/leaving'
import type { Person } from '@/shared/domain/organization/records'
import type { Where } from '../store/store'
import { listWhole } from '../store/whole'
import { batchSize, type JobContext } from './job'
import { notesAtOnce, removeNotes } from './remove-notes'

type Leaving = Pick<Person, '_id' | 'communityId' | 'name' | 'householdId'>

/** Takes somebody out of a frozen household, if it is there; read afresh, for others may be answering. */
const leaveHousehold = (id: string, without: { personId: string; names: readonly string[] }, { store }: JobContext) =>
  store.transact(async (tx) => {
    const household = await tx.consentHouseholds.get(id)
    if (household) await tx.consentHouseholds.put(householdWithout(household, without))
  })

/** What they signed or took back in the app goes, and with it the link by which they did, which bears their name. */
const endSigned = async ({ _id: personId }: Leaving, context: JobContext): Promise<void> => {
  const { store } = context
  // What a contact entered for others stays: it is theirs, and the contact acted in a post.
  const theirs: Where[] = [{ 'signer.personId': personId }, { actorId: personId, signer: null }]
  for (const where of theirs)
    for (;;) {
      const found = await store.consentNotes.list({ where, limit: notesAtOnce })
      for (const { consentId, householdId, signer } of found)
        if (signer)
          await leaveHousehold(
            consentHouseholdIdOf(consentId, householdId),
            { personId, names: [signer.name] },
            context,
          )
      await removeNotes(found, context)
      if (found.length < notesAtOnce) break
    }
  for (;;) {
    const found = await store.consentHouseholds.list({ where: { 'signer.personId': personId }, limit: batchSize })
    for (const { _id } of found) await leaveHousehold(_id, { personId, names: [] }, context)
    if (found.length < batchSize) return
  }
}

/** The homes of somebody, and whether nobody else in the app owns them. Read before their bindings go. */
const homesOf = async ({ _id: personId, householdId }: Leaving, { store }: JobContext) => {
  const own = await listWhole(store.bindings, { personId })
  const ids = new Set([...own.map((binding) => binding.householdId), ...(householdId ? [householdId] : [])])
  return Promise.all(
    [...ids].map(async (id) => {
      const owned = { householdId: id, state: 'approved', relation: 'proprietor' }
      const owners = await store.bindings.list({ where: owned, limit: 50 })
      const isOwner = owners.some((owner) => owner.personId === personId)
      return { householdId: id, isLastOwner: isOwner && owners.every((owner) => owner.personId === personId) }
    }),
  )
}

/**
 * Whoever leaves takes their signatures along: the notes of what they signed or sent, on paper too, go with the pictures; the frozen set,
 * the links, the counters and the lines they opened name them no more. The lines of the log stay, and the count and the signed root with
 * them; they never said who it was.
 */
export const endConsents = async (person: Leaving, context: JobContext): Promise<void> => {
  const { store } = context
  const { _id: personId, communityId, name } = person
  await endSigned(person, context)
  const strangerId = `left-${randomUUID()}`
  const homes = await homesOf(person, context)
  for (const consent of await listWhole(store.consents, { communityId })) {
    const { _id: consentId } = consent
    for (const { householdId, isLastOwner } of homes) {
      await leaveHousehold(consentHouseholdIdOf(consentId, householdId), { personId, names: [name] }, context)
      const notes = await listWhole(store.consentNotes, { consentId, householdId })
      await removeNotes(
        notes.filter((note) => isPaperOf(note, { name, isLastOwner })),
        context,
      )
    }
    if (!consent.counters.some((counter) => counter.personId === personId)) continue
    for (const { _id } of await listWhole(store.consentUnsealings, { consentId }))
      await store.transact(async (tx) => {
        const unsealing = await tx.consentUnsealings.get(_id)
        if (unsealing) await tx.consentUnsealings.put(unsealingWithout(unsealing, personId, strangerId))
      })
    await store.transact(async (tx) => {
      const found = await tx.consents.get(consentId)
      if (found) await tx.consents.put(withoutCounter(found, personId, strangerId))
    })
  }
}
