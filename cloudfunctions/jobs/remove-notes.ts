import type { EntryNote } from '@/shared/domain/consents/entry'
import { withoutNotes } from '@/shared/domain/consents/consent'
import { toInstant } from '@/shared/kernel/time'
import type { JobContext } from './job'

/** How many go in one transaction; CloudBase takes a hundred operations. */
export const notesAtOnce = 50
const consentsAtOnce = 10

/** Removes notes with their pictures. */
export const removeNotes = async (
  notes: readonly EntryNote[],
  { store, files }: Pick<JobContext, 'store' | 'files'>,
): Promise<void> => {
  for (let at = 0; at < notes.length; at += notesAtOnce) {
    const some = notes.slice(at, at + notesAtOnce)
    const fileIds = some.flatMap((note) => note.fileIds)
    if (fileIds.length > 0) await files.remove(fileIds)
    await store.transact(async (tx) => {
      for (const { _id } of some) await tx.consentNotes.remove(_id)
    })
  }
}

/**
 * Who signed what, with signatures and photos, goes when its term is over: the notes, and the names that the frozen set kept of signers
 * and links. What every household said, the chain and the signed root stay, and hold. What is left after `most` goes with the next run.
 */
export const sweepNotes = async (context: JobContext, most: number): Promise<number> => {
  const { store, now } = context
  const over = await store.consents.list({
    where: { notesUntil: { before: toInstant(now) } },
    orderBy: [['notesUntil', 'asc']],
    limit: consentsAtOnce,
  })
  let done = 0
  for (const { _id: consentId } of over) {
    for (;;) {
      if (done >= most) return done
      const notes = await store.consentNotes.list({
        where: { consentId },
        orderBy: [['_id', 'asc']],
        limit: Math.min(notesAtOnce, most - done),
      })
      if (notes.length === 0) break
      await removeNotes(notes, context)
      done += notes.length
    }
    await store.consentHouseholds.updateWhere({ consentId }, { signer: null, link: null })
    await store.transact(async (tx) => {
      const consent = await tx.consents.get(consentId)
      if (consent?.notesUntil) await tx.consents.put(withoutNotes(consent, now))
    })
  }
  return done
}
