import { filesOf } from '@/shared/domain/issues/files'
import { dayMs, toInstant } from '@/shared/kernel/time'
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

/** More than anybody reports in a day. */
const reportedMax = 200

/** The same for a report, whose id is known only once it is written: what the reporter’s latest reports show stays. */
export const releaseReported = async (
  claimed: readonly KeptPhoto[],
  reporterId: string,
  context: Pick<CommandContext, 'actor' | 'now' | 'store' | 'files'>,
): Promise<void> => {
  if (claimed.length === 0) return
  const lately = await context.store.issues.list({
    where: { reporterId, createdAt: { after: toInstant(context.now - dayMs) } },
    orderBy: [['createdAt', 'desc']],
    limit: reportedMax,
  })
  const shown = new Set(lately.flatMap(({ fileIds }) => fileIds))
  await giveBack(
    claimed.map(({ fileId }) => fileId).filter((fileId) => !shown.has(fileId)),
    context,
  )
}
