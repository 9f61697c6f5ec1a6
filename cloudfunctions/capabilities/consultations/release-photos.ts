import type { CommandContext } from '../../runtime/handler'
import { giveBack, type KeptPhoto } from '../../runtime/photos'

/**
 * Gives the photos a move had claimed back when it was refused after all, because somebody else was quicker. What the topic shows stays:
 * then the same request, sent twice at once, was the quicker one.
 */
export const releasePhotos = async (
  claimed: readonly KeptPhoto[],
  id: string,
  context: Pick<CommandContext, 'actor' | 'store' | 'files'>,
): Promise<void> => {
  if (claimed.length === 0) return
  const topic = await context.store.consultations.get(id)
  const shown = [...(topic?.meetings.flatMap(({ minutes }) => minutes) ?? []), topic?.report].flatMap(
    (said) => said?.fileIds ?? [],
  )
  const unused = claimed.map(({ fileId }) => fileId).filter((fileId) => !shown.includes(fileId))
  await giveBack(unused, context)
}
