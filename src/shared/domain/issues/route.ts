import { isInForce, roleNames, type Role, type Scope } from '../../kernel/roles'
import { departmentIdOf, departments, type DepartmentField } from '../organization/departments'
import { isAway } from '../organization/leave'
import { isOnBorder, sideOf, type Ground, type PlaceDecision } from '../organization/place'
import type { Grid, Holder } from '../organization/records'
import type { Party } from './issue'
import { rollCall, type Chosen, type RollCall, type RollRequest, type Seat } from './roll-call'

/** Who a class of issues goes to first: a role, or the department of a field. */
export type Responsible = Role | { readonly department: DepartmentField }

/** What naming a person needs. `holders` and `workloads` are what `holdersNeeded` asks for, loaded. */
export interface RouteRequest extends RollRequest {
  readonly place: PlaceDecision
  /** The side of a border that the reporter chose. */
  readonly chosenGridId?: string | undefined
  /** True for a side that is only offered: nobody has chosen it yet, and the words do not say so. */
  readonly isOffered?: boolean | undefined
  readonly responsible: Responsible
}

export interface Route {
  readonly gridId: string | null
  readonly gridName: string | null
  readonly groupId: string | null
  /** The party branch (片区党支部) above the group. */
  readonly branchId: string | null
  readonly owner: Party
  /** A whole Chinese sentence that names the owner, e.g. "第六网格 · 网格员 王某，因为位置在网格内". */
  readonly reason: string
}

const titleOf = (role: Role): string => (role === 'gridWorker' ? '网格员' : roleNames[role])

/** Where a role's scope is looked for. Roles not named here serve the whole community and need no place. */
const placed = {
  gridWorker: 'grid',
  areaPolice: 'grid',
  volunteer: 'grid',
  localUnit: 'grid',
  groupLeader: 'group',
  buildingHead: 'building',
  unitHead: 'unit',
  propertyManager: 'estate',
} as const satisfies Partial<Record<Role, string>>

const isPlaced = (role: Role): role is keyof typeof placed => role in placed

/** Roles that a neighbouring grid can lend: those whose scope is a grid. */
const isGridRole = (role: Role): boolean => isPlaced(role) && placed[role] === 'grid'

const whyHere = ({ place, chosenGridId, isOffered }: RouteRequest): string => {
  const isChosen = chosenGridId !== undefined && place.gridIds.includes(chosenGridId)
  switch (place.by) {
    case 'household':
      return '所选住户属于这个网格'
    case 'unit':
    case 'building':
      return '所选楼栋属于这个网格'
    case 'point':
      if (!isOnBorder(place)) return '位置在网格内'
      if (isOffered) return '位置在网格交界处'
      return isChosen ? '位置在网格交界处，上报人选了这个网格' : '位置在网格交界处，取编号在前的网格'
    case 'estate':
      return place.isEstateDivided ? '所选小区跨几个网格，取编号在前的网格' : '所选小区属于这个网格'
    case 'words':
      return '只有文字说明，没有选定地点'
  }
}

const scopesOf = (role: keyof typeof placed, place: PlaceDecision, grid: Grid | undefined, ground: Ground): Scope[] => {
  const one = (kind: Scope['kind'], id: string | null | undefined): Scope[] => (id ? [{ kind, id }] : [])
  switch (placed[role]) {
    case 'grid':
      return one('grid', grid?._id)
    case 'group':
      return one('group', grid?.groupId)
    case 'estate':
      return one('estate', place.estateId)
    case 'building':
      return one('building', place.buildingId)
    case 'unit': {
      const units = ground.buildingById.get(place.buildingId ?? '')?.units ?? []
      return place.unitId ? one('unit', place.unitId) : units.map(({ id }) => ({ kind: 'unit', id }))
    }
  }
}

/** The seat of the class at this place; null when only the duty post can say where it is. */
const seatOf = (
  responsible: Responsible,
  place: PlaceDecision,
  grid: Grid | undefined,
  ground: Ground,
  why: string,
): Seat | null => {
  const scopes: Scope[] = [{ kind: 'community', id: ground.community._id }]
  if (typeof responsible === 'object') {
    const title = departments[responsible.department].name
    const departmentId = departmentIdOf(ground.community._id, responsible.department)
    return { role: 'officer', scopes, departmentId, title, why: `这类事项由${title}负责` }
  }
  const title = titleOf(responsible)
  if (!isPlaced(responsible)) return { role: responsible, scopes, title, why: `这类事项由${title}负责` }
  if (!grid) return null
  const within = scopesOf(responsible, place, grid, ground)
  if (within.length > 0) return { role: responsible, scopes: within, title, why }
  return {
    role: 'gridWorker',
    scopes: [{ kind: 'grid', id: grid._id }],
    title: titleOf('gridWorker'),
    why: responsible === 'propertyManager' ? `${why}，没有选定小区` : `${why}，没有选定楼栋`,
  }
}

/**
 * What a caller loads before routing, in one query: the holders of these roles within these scopes. It covers every side of a
 * border and every step of the fallback.
 */
export const holdersNeeded = (
  place: PlaceDecision,
  responsible: Responsible,
  ground: Ground,
): { scopeIds: string[]; roles: Role[] } => {
  const grids = place.gridIds.flatMap((gridId) => ground.gridById.get(gridId) ?? [])
  const role = typeof responsible === 'object' ? 'officer' : responsible
  const scopes = new Set([
    ground.community._id,
    ...grids.flatMap(({ _id, groupId, neighbours }) => [_id, groupId, ...neighbours.map(({ gridId }) => gridId)]),
    ...(isPlaced(role) ? grids.flatMap((grid) => scopesOf(role, place, grid, ground).map(({ id }) => id)) : []),
  ])
  return { scopeIds: [...scopes], roles: [...new Set<Role>([role, 'gridWorker', 'groupLeader', 'communityWorker'])] }
}

/** Who takes an issue instead, and the words that say so. */
interface Found extends Chosen {
  readonly instead: string
}

const fromNeighbour = (seat: Seat, grid: Grid, ground: Ground, roll: RollCall): Found | null => {
  const byBorder = [...grid.neighbours].sort(
    (a, b) => b.borderMeters - a.borderMeters || (a.gridId < b.gridId ? -1 : 1),
  )
  for (const { gridId } of byBorder) {
    const chosen = roll.present({ role: seat.role, scopes: [{ kind: 'grid', id: gridId }] })
    const name = ground.gridById.get(gridId)?.name ?? ''
    if (chosen) return { ...chosen, instead: `相邻的${name}${seat.title}` }
  }
  return null
}

/** The duty post (值班岗): the present person on it with the fewest open issues, else any present community worker. */
const fromDutyPost = (ground: Ground, holders: readonly Holder[], day: string, roll: RollCall): Found | null => {
  const workers = holders.filter(({ posting, person }) => {
    const isHere = posting.scope.kind === 'community' && posting.scope.id === ground.community._id
    return posting.role === 'communityWorker' && isHere && isInForce(posting, day) && roll.isPresent(person)
  })
  const onDuty = workers.filter(({ person }) => ground.community.dutyPersonIds.includes(person._id))
  const chosen = roll.least(onDuty.length > 0 ? onDuty : workers)
  return chosen ? { ...chosen, instead: '社区值班岗' } : null
}

const fallback = (seat: Seat, grid: Grid | undefined, request: RouteRequest, roll: RollCall): Found | null => {
  const standIn = roll.standIn(seat)
  if (standIn) return { ...standIn, instead: '代班人' }
  const lent = grid && isGridRole(seat.role) ? fromNeighbour(seat, grid, request.ground, roll) : null
  if (lent) return lent
  const leader = grid && roll.present({ role: 'groupLeader', scopes: [{ kind: 'group', id: grid.groupId }] })
  if (leader) return { ...leader, instead: titleOf('groupLeader') }
  return fromDutyPost(request.ground, request.holders, request.day, roll)
}

/** Somebody as an issue remembers them, in the post they are given it. */
export const partyOf = ({ person, posting: { role, scope, departmentId } }: Chosen): Party => ({
  personId: person._id,
  name: person.name,
  role,
  scope,
  ...(departmentId ? { departmentId } : {}),
  dutyPhone: person.dutyPhone ?? null,
})

/** Why the seat's own people do not take it. */
const absenceOf = (seat: Seat, request: RouteRequest, roll: RollCall): string => {
  const [first] = roll.incumbents(seat).sort((a, b) => (a._id < b._id ? -1 : 1))
  if (!first) return `${seat.title} 空缺`
  return isAway(first, request.day) ? `${seat.title} ${first.name} 请假` : `${seat.title} ${first.name} 应当回避`
}

/**
 * Names the person an issue goes to, and says why. The class gives a seat at the place; of several present holders the one with the
 * fewest open issues, then the lowest id. With nobody there: the stand-in → for seats of a grid the same seat of the grid
 * with the longest shared border → the group leader → the duty post. Nothing stays unrouted: a community that has
 * broken its rule and has nobody on duty still gets its duty desk.
 */
export const routeIssue = (request: RouteRequest): Route => {
  const { place, chosenGridId, responsible, ground } = request
  const grid = ground.gridById.get(sideOf(place, chosenGridId) ?? '')
  const roll = rollCall(request)
  const why = whyHere(request)
  const seat = seatOf(responsible, place, grid, ground, why)
  const where = grid?.name ?? '本社区'
  const route = (owner: Party, reason: string): Route => ({
    gridId: grid?._id ?? null,
    gridName: grid?.name ?? null,
    groupId: grid?.groupId ?? null,
    branchId: ground.partyNames.get(grid?.groupId ?? '')?.parentId ?? null,
    owner,
    reason,
  })

  const direct = seat && roll.present(seat)
  if (direct) return route(partyOf(direct), `${where} · ${seat.title} ${direct.person.name}，因为${seat.why}`)

  const found = seat ? fallback(seat, grid, request, roll) : fromDutyPost(ground, request.holders, request.day, roll)
  const cause = seat ? absenceOf(seat, request, roll) : why
  if (found) {
    const reason = seat
      ? `${where} · ${cause}，由${found.instead} ${found.person.name} 负责`
      : `${where} · ${found.instead} ${found.person.name}，因为${cause}`
    return route(partyOf(found), reason)
  }
  const { dutyDesk, dutyPersonIds, _id } = ground.community
  return route(
    {
      personId: dutyPersonIds.find((id) => id !== request.exceptPersonId) ?? _id,
      name: dutyDesk.name,
      role: 'communityWorker',
      scope: { kind: 'community', id: _id },
      dutyPhone: dutyDesk.phone,
    },
    `${where} · ${cause}，由${dutyDesk.name}负责`,
  )
}
