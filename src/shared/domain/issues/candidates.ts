import { isInForce, roleNames, roles, type Role, type Scope } from '../../kernel/roles'
import { departmentIdOf, departments, type DepartmentField } from '../organization/departments'
import { isAway } from '../organization/leave'
import type { Holder, PostingRecord } from '../organization/records'
import type { Issue } from './issue'
import { hasDuty } from './owner'

/** The most people one answer names; a longer list is for searching. */
export const candidatesMax = 60

/** Posts in which somebody may be given an issue. */
export const dutyRoles: readonly Role[] = roles.filter(hasDuty)

/** Heads are many and serve one building or stairwell: those of others are found by searching only. */
const heads: readonly Role[] = ['buildingHead', 'unitHead']

const isNear = ({ gridId, groupId, branchId, place }: Issue, { kind, id }: Scope): boolean =>
  kind !== 'community' && [gridId, groupId, branchId, place.estateId, place.buildingId, place.unitId].includes(id)

/** Of several posts, the one in which somebody is given this issue: a near one before others, then in the order of the roles. */
export const dutyPostOf = <P extends Pick<PostingRecord, '_id' | 'role' | 'scope'>>(
  issue: Issue,
  held: readonly P[],
): P | undefined =>
  held
    .filter(({ role }) => hasDuty(role))
    .sort(
      (a, b) =>
        Number(isNear(issue, b.scope)) - Number(isNear(issue, a.scope)) ||
        roles.indexOf(a.role) - roles.indexOf(b.role) ||
        (a._id < b._id ? -1 : 1),
    )[0]

const departmentNames = (communityId: string): ReadonlyMap<string, string> =>
  new Map(
    (Object.keys(departments) as DepartmentField[]).map((field) => [
      departmentIdOf(communityId, field),
      departments[field].name,
    ]),
  )

export interface CandidateGroup {
  readonly name: string
  readonly people: { personId: string; name: string; roleName: string; scopeName: string; isAway: boolean }[]
}

interface Roster {
  /** Every posting of the community that answers for something, ended ones too. */
  readonly holders: readonly Pick<Holder, 'posting' | 'person'>[]
  readonly nameOfScope: (scope: Scope) => string
  /** The community day, YYYY-MM-DD. */
  readonly day: string
}

/**
 * Whom an issue can be handed to, each person once, in the post they would get it in: first those around the place, then departments,
 * the community, other grids. Those away are listed and marked. Whom the issue is about is left out.
 */
export const candidatesFor = (
  issue: Issue,
  { holders, nameOfScope, day }: Roster,
  search = '',
): { groups: CandidateGroup[]; isMore: boolean } => {
  const departmentOf = departmentNames(issue.communityId)
  const names = [issue.gridName ?? '就近', '部门', '社区', '其他网格']
  const groupOf = ({ role, scope }: PostingRecord): number => {
    if (isNear(issue, scope)) return 0
    if (role === 'officer') return 1
    return scope.kind === 'community' ? 2 : 3
  }
  const held = new Map<string, PostingRecord[]>()
  for (const { posting } of holders.filter((holder) => isInForce(holder.posting, day)))
    held.set(posting.personId, [...(held.get(posting.personId) ?? []), posting])
  const persons = new Map(holders.map(({ person }) => [person._id, person]))
  const found = [...held].flatMap(([personId, postings]) => {
    const person = persons.get(personId)
    const posting = dutyPostOf(issue, postings)
    if (!person || !posting || person.communityId !== issue.communityId || personId === issue.aboutPersonId) return []
    const scopeName = departmentOf.get(posting.departmentId ?? '') ?? nameOfScope(posting.scope)
    const shown = { personId, name: person.name, roleName: roleNames[posting.role], scopeName }
    const group = groupOf(posting)
    const isWanted = search
      ? `${shown.name} ${shown.roleName} ${scopeName}`.includes(search)
      : group === 0 || !heads.includes(posting.role)
    return isWanted ? [{ ...shown, isAway: isAway(person, day), group, role: roles.indexOf(posting.role) }] : []
  })
  const ordered = found.sort((a, b) => a.group - b.group || a.role - b.role || (a.personId < b.personId ? -1 : 1))
  const groups = names.map((name, at) => ({
    name,
    people: ordered
      .slice(0, candidatesMax)
      .filter(({ group }) => group === at)
      .map(({ group: _group, role: _role, ...shown }) => shown),
  }))
  return { groups: groups.filter(({ people }) => people.length > 0), isMore: ordered.length > candidatesMax }
}
