import type { Issue } from '@/shared/domain/issues/issue'
import { changedParts, withLeadDepartment } from '@/shared/domain/issues/parts'
import type { Transaction } from '../../store/store'

/** Writes an issue and what follows from it: its lead's department, and each helper's part as it now stands. */
export const putIssue = async (tx: Transaction, before: Issue | null, after: Issue): Promise<void> => {
  const issue = withLeadDepartment(after)
  if (before) await tx.issues.put(issue)
  else await tx.issues.create(issue)
  const { kept, gone } = changedParts(before, after)
  for (const part of kept) await tx.parts.put(part)
  for (const id of gone) await tx.parts.remove(id)
}
