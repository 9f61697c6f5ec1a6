import { announcementFor, noticesFor } from '@/shared/domain/notices/issue-notices'
import { withCheckDue } from '@/shared/domain/issues/content-check'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Transaction } from '../../store/store'
import { putIssue } from './put-issue'

/**
 * Writes a changed issue, has what is new in it checked before residents see it, and tells whoever it concerns, in one transaction or
 * not at all. Those who follow it may be hundreds: for them one announcement is written, which a job delivers.
 */
export const saveIssue = async (
  tx: Transaction,
  before: Issue | null,
  after: Issue,
  actorId: string | null,
  dutyPersonId: string | null = null,
): Promise<void> => {
  const due = withCheckDue(before, after)
  await putIssue(tx, before, due)
  const entry = after.timeline.at(-1)!
  const notices = noticesFor(before, after, entry, actorId, dutyPersonId)
  for (const notice of notices) await tx.notices.create(notice)
  const told = notices.map(({ recipientId }) => recipientId)
  const announcement = announcementFor(before, after, entry, told)
  if (announcement) await tx.announcements.create(announcement)
}
