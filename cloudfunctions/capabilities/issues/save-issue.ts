import { noticesFor } from '@/shared/domain/notices/issue-notices'
import { withCheckDue } from '@/shared/domain/issues/content-check'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Transaction } from '../../store/store'

/** Writes a changed issue, has what is new in it checked before residents see it, and tells whoever it concerns, in one transaction or not at all. */
export const saveIssue = async (
  tx: Transaction,
  before: Issue | null,
  after: Issue,
  actorId: string | null,
  dutyPersonId: string | null = null,
): Promise<void> => {
  const due = withCheckDue(before, after)
  if (before) await tx.issues.put(due)
  else await tx.issues.create(due)
  const notices = noticesFor(before, after, after.timeline.at(-1)!, actorId, dutyPersonId)
  for (const notice of notices) await tx.notices.create(notice)
}
