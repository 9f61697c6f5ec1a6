import { filesOf } from '@/shared/domain/issues/files'
import type { CommandContext } from '../../runtime/handler'
import type { KeptPhoto } from '../../runtime/photos'

/**
 * Removes the photos a step had claimed before it was refused after all, because somebody else was quicker. What the issue
 * shows stays: then the same request, sent twice at once, was the quicker one.
 */
export const releasePhotos = async (
  claimed: readonly KeptPhoto[],
  issueId: string,
  { store, files }: Pick<CommandContext, 'store' | 'files'>,
): Promise<void> => {
  if (claimed.length === 0) return
  const issue = await store.issues.get(issueId)
  const shown = issue ? filesOf(issue) : []
  await files.remove(claimed.map(({ fileId }) => fileId).filter((fileId) => !shown.includes(fileId)))
}
