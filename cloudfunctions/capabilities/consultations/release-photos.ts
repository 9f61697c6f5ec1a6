import type { CommandContext } from '../../runtime/handler'
import type { KeptPhoto } from '../../runtime/photos'

/**
 * Removes the photos a move had claimed before it was refused after all, because somebody else was quicker. What the topic shows stays:
 * then the same request, sent twice at once, was the quicker one.
 */
export const releasePhotos = async (
  claimed: readonly KeptPhoto[],
  id: string,
  { store, files }: Pick<CommandContext, 'store' | 'files'>,
): Promise<void> => {
  if (claimed.length === 0) return
  const topic = await store.consultations.get(id)
  const shown = [...(topic?.meetings.flatMap(({ minutes }) => minutes) ?? []), topic?.report].flatMap(
    (said) => said?.fileIds ?? [],
  )
  await files.remove(claimed.map(({ fileId }) => fileId).filter((fileId) => !shown.includes(fileId)))
}
