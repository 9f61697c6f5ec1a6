import { noticesFor } from '@/shared/domain/notices/issue-notices'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Transaction } from '../../store/store'
import { putIssue } from './put-issue'

/** Writes a changed issue and tells whoever it concerns, in one transaction or not at all. */
export const saveIssue = async (
  tx: Transaction,
  before: Issue | null,
  after: Issue,
  actorId: string | null,
  dutyPersonId: string | null = null,
): Promise<void> => {
  await putIssue(tx, before, after)
  const notices = noticesFor(before, after, after.timeline.at(-1)!, actorId, dutyPersonId)
  for (const notice of notices) await tx.notices.create(notice)
}
