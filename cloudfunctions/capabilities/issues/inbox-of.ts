import type { Actor } from '@/shared/kernel/actor'
import type { Where } from '../../store/store'

/** The departments somebody is an officer of today. */
export const departmentIdsOf = ({ postings }: Actor): string[] => [
  ...new Set(postings.flatMap(({ role, departmentId }) => (role === 'officer' && departmentId ? [departmentId] : []))),
]

/** Somebody's own rows, or those of their departments; null for whoever is of none. */
export const inboxOf = (
  of: 'mine' | 'department',
  actor: Actor,
  fields: { person: string; department: string },
): Where | null => {
  if (of === 'mine') return { [fields.person]: actor.personId, communityId: actor.communityId }
  const departmentIds = departmentIdsOf(actor)
  return departmentIds.length > 0
    ? { [fields.department]: { in: departmentIds }, communityId: actor.communityId }
    : null
}
