import type { Issue } from './issue'
import type { Helper, Part } from './joint-record'
import { leadOf } from './owner'

/** The department of whoever leads, kept beside the issue for the department's inbox. */
export const withLeadDepartment = (issue: Issue): Issue => {
  const departmentId = leadOf(issue).departmentId ?? null
  return departmentId === (issue.leadDepartmentId ?? null) ? issue : { ...issue, leadDepartmentId: departmentId }
}

const partOf = ({ _id, communityId, isOpen }: Issue, { personId, departmentId, askedAt }: Helper): Part => ({
  _id: `part:${_id}:${personId}`,
  communityId,
  issueId: _id,
  personId,
  departmentId: departmentId ?? null,
  isOpen,
  askedAt,
})

const partsOf = (issue: Issue | null): Part[] => (issue?.helpers ?? []).map((helper) => partOf(issue!, helper))

/** The helpers' parts that a change of an issue brings or alters, and the ids of those it ends; nothing where nobody helps. */
export const changedParts = (before: Issue | null, after: Issue): { kept: Part[]; gone: string[] } => {
  const [old, now] = [partsOf(before), partsOf(after)]
  const isAsItWas = (part: Part) => old.some((one) => one._id === part._id && one.isOpen === part.isOpen)
  return {
    kept: now.filter((part) => !isAsItWas(part)),
    gone: old.map(({ _id }) => _id).filter((id) => now.every((part) => part._id !== id)),
  }
}
