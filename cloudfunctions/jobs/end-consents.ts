import type { Where } from '../store/store'
import { batchSize, type JobContext } from './job'

const removedAtOnce = 50

/**
 * Whoever leaves takes their signatures along: the notes of what they signed or sent go, with the pictures, and the frozen set names them
 * no more. The lines of the log stay, and the count with them; they never said who it was.
 */
export const endConsents = async (personId: string, { store, files }: JobContext): Promise<void> => {
  // What a contact entered for others stays: it is theirs, and the contact acted in a post.
  const theirs: Where[] = [{ 'signer.personId': personId }, { actorId: personId, signer: null }]
  for (const where of theirs)
    for (;;) {
      const found = await store.consentNotes.list({ where, limit: removedAtOnce })
      const fileIds = found.flatMap((note) => note.fileIds)
      if (fileIds.length > 0) await files.remove(fileIds)
      await store.transact(async (tx) => {
        for (const { _id } of found) await tx.consentNotes.remove(_id)
      })
      if (found.length < removedAtOnce) break
    }
  for (;;) {
    const found = await store.consentHouseholds.list({ where: { 'signer.personId': personId }, limit: batchSize })
    for (const { _id } of found)
      await store.transact(async (tx) => {
        const household = await tx.consentHouseholds.get(_id)
        if (household?.signer?.personId === personId) await tx.consentHouseholds.put({ ...household, signer: null })
      })
    if (found.length < batchSize) return
  }
}
