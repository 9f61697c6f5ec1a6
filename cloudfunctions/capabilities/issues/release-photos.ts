import { filesOf } from '@/shared/domain/issues/files'
import type { CommandContext } from '../../runtime/handler'
import { giveBack, type KeptPhoto } from '../../runtime/photos'

/**
 * Gives the photos a step had claimed back when it was refused after all, because somebody else was quicker. What the issue
 * shows stays: then the same request, sent twice at once, was the quicker one.
 */
export const releasePhotos = async (
  claimed: readonly KeptPhoto[],
  issueId: string,
  context: Pick<CommandContext, 'actor' | 'store' | 'files'>,
): Promise<void> => {
  if (claimed.length === 0) return
  const issue = await context.store.issues.get(issueId)
  const shown = issue ? filesOf(issue) : []
  const unused = claimed.map(({ fileId }) => fileId).filter((fileId) => !shown.includes(fileId))
  await giveBack(unused, context)
}
