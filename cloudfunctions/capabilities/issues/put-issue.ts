import type { Issue } from '@/shared/domain/issues/issue'
import { leadOf } from '@/shared/domain/issues/owner'
import { changedParts } from '@/shared/domain/issues/parts'
import type { Transaction } from '../../store/store'

/** The department of whoever leads, kept beside the issue for the department's inbox. */
const withLeadDepartment = (issue: Issue): Issue => {
  const departmentId = leadOf(issue).departmentId ?? null
  return departmentId === (issue.leadDepartmentId ?? null) ? issue : { ...issue, leadDepartmentId: departmentId }
}

/** Writes an issue and what follows from it: its lead's department, and each helper's part as it now stands. */
export const putIssue = async (tx: Transaction, before: Issue | null, after: Issue): Promise<void> => {
  const issue = withLeadDepartment(after)
  if (before) await tx.issues.put(issue)
  else await tx.issues.create(issue)
  const { kept, gone } = changedParts(before, after)
  for (const part of kept) await tx.parts.put(part)
  for (const id of gone) await tx.parts.remove(id)
}
