import { isAway } from '@/shared/domain/organization/leave'
import type { Person, PostingRecord } from '@/shared/domain/organization/records'
import type { Role, Scope } from '@/shared/kernel/roles'

/** Someone the local cloud lets you be: what they hold, where they live, and whether they are away today. */
export interface Persona {
  id: string
  openid: string
  name: string
  roles: Role[]
  postings: { role: Role; scope: Scope; departmentId?: string }[]
  communityId: string
  gridId?: string
  householdId?: string
  onLeave?: boolean
  standInId?: string
}

/** A person's grid: the one they live in, else the only one they serve. */
const gridOfPerson = (person: Person, held: readonly PostingRecord[], gridOfHousehold: (id: string) => string) => {
  if (person.householdId) return gridOfHousehold(person.householdId)
  const served = held.filter(({ scope }) => scope.kind === 'grid')
  return served.length === 1 ? served[0]!.scope.id : undefined
}

/** The persona of a person on record. Who holds no post is there as a resident. */
export const personaOf = (
  person: Person,
  postings: readonly PostingRecord[],
  gridOfHousehold: (householdId: string) => string,
  today: string,
): Persona => {
  const held = postings.filter((posting) => posting.personId === person._id)
  const gridId = gridOfPerson(person, held, gridOfHousehold)
  return {
    id: person._id,
    openid: `openid-${person._id}`,
    name: person.name,
    roles: held.length > 0 ? [...new Set(held.map(({ role }) => role))] : ['resident'],
    postings: held.map(({ role, scope, departmentId }) => ({
      role,
      scope: { ...scope },
      ...(departmentId ? { departmentId } : {}),
    })),
    communityId: person.communityId,
    ...(gridId ? { gridId } : {}),
    ...(person.householdId ? { householdId: person.householdId } : {}),
    ...(isAway(person, today) ? { onLeave: true } : {}),
    ...(person.leave ? { standInId: person.leave.standInId } : {}),
  }
}
