import type { ConsentHousehold } from '@/shared/domain/consents/household'
import type { CommandContext } from '../../runtime/handler'
import { giveBack } from '../../runtime/photos'

/** More lines than a household ever writes, and what the store gives at once. */
const notesMax = 1000

/**
 * Gives back what was claimed for a line that was refused after all, because somebody else was quicker. What a line of the household refers
 * to stays: then the same request, sent twice at once, was the quicker one.
 */
export const releaseFiles = async (
  claimed: readonly string[],
  { consentId, householdId }: Pick<ConsentHousehold, 'consentId' | 'householdId'>,
  context: Pick<CommandContext, 'actor' | 'store' | 'files'>,
): Promise<void> => {
  const notes = await context.store.consentNotes.list({ where: { consentId, householdId }, limit: notesMax })
  const shown = new Set(notes.flatMap(({ fileIds }) => fileIds))
  await giveBack(
    claimed.filter((fileId) => !shown.has(fileId)),
    context,
  )
}
