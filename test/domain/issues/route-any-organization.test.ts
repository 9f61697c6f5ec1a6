import fc from 'fast-check'
import { chanceFrom } from '@cloud/sample/chance'
import { holdersNeeded, routeIssue, type Responsible } from '@/shared/domain/issues/route'
import { neighboursOf } from '@/shared/domain/organization/borders'
import { departmentIdOf } from '@/shared/domain/organization/departments'
import { locator } from '@/shared/domain/organization/locate'
import { decidePlace, sideOf, type GivenPlace, type Ground } from '@/shared/domain/organization/place'
import type { Building, Estate, Grid, Holder, Person, PostingRecord } from '@/shared/domain/organization/records'
import { isRefusal } from '@/shared/kernel/decision'
import type { Role, Scope } from '@/shared/kernel/roles'
import { tilingOf } from '../organization/tiling'

const communityId = 'community'
const day = '2026-11-25'
const responsibles: Responsible[] = [
  'gridWorker',
  'areaPolice',
  'groupLeader',
  'propertyManager',
  'buildingHead',
  'unitHead',
  'communityWorker',
  { department: '综合行政执法' },
  { department: '劳动保障' },
]

/** A community put together by chance: seats empty, double, ended, not begun; half of the people away, stand-ins of any kind. */
const organizationFrom = (seed: number) => {
  const chance = chanceFrom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!
  const tiles = tilingOf({ columns: 3, rows: 3, jitter: 0.15, bends: 1, tiles: 5 }, chance)
  const neighbours = neighboursOf(tiles)
  const centre = { datum: 'gcj02' as const, longitude: 118, latitude: 36.5 }
  const grids = tiles.map((tile, at): Grid => ({
    ...tile,
    communityId,
    number: at + 1,
    name: `第${at + 1}网格`,
    groupId: `group-${at % 2}`,
    centre,
    neighbours: neighbours.get(tile._id)!,
  }))
  const buildings = grids.map(({ _id }, at): Building => ({
    _id: `building-${at}`,
    communityId,
    estateId: `estate-${at % 2}`,
    gridId: _id,
    name: `${at}号楼`,
    order: at,
    centre,
    units: [{ id: `unit-${at}`, name: '1单元' }],
  }))
  const estates = [0, 1].map((at): Estate => ({
    _id: `estate-${at}`,
    communityId,
    name: `小区${at}`,
    order: at,
    gridIds: buildings.filter(({ estateId }) => estateId === `estate-${at}`).map(({ gridId }) => gridId),
    centre,
  }))

  const persons = Array.from({ length: 14 }, (_, at): Person => ({
    _id: `person-${at}`,
    communityId: chance() < 0.1 ? 'elsewhere' : communityId,
    name: `甲乙丙丁戊己庚辛壬癸子丑寅卯`[at]! + '某',
  }))
  for (const person of persons)
    if (chance() < 0.5) {
      const isNow = chance() < 0.8
      person.leave = {
        from: isNow ? '2026-11-20' : '2026-11-26',
        to: isNow ? pick([day, '2026-12-01']) : '2026-12-01',
        standInId: pick(persons)._id,
      }
    }
  const onDuty: Person = { _id: 'person-duty', communityId, name: '值班某' }
  persons.push(onDuty)

  const postings: PostingRecord[] = []
  const appoint = (personId: string, role: Role, scope: Scope, departmentId?: string): void => {
    const term = chance()
    postings.push({
      _id: `posting-${postings.length}`,
      communityId,
      personId,
      role,
      scope,
      ...(departmentId ? { departmentId } : {}),
      from: term < 0.1 ? '2026-11-26' : '2026-01-01',
      ...(term > 0.85 ? { to: '2026-11-24' } : term > 0.8 ? { to: day } : {}),
      ...(chance() < 0.4 ? { standInId: pick(persons)._id } : {}),
    })
  }
  const fill = (role: Role, scope: Scope, departmentId?: string): void => {
    for (let left = Math.floor(chance() * 2.6); left > 0; left -= 1)
      appoint(pick(persons)._id, role, scope, departmentId)
  }
  for (const { _id } of grids)
    (['gridWorker', 'areaPolice'] as const).forEach((role) => fill(role, { kind: 'grid', id: _id }))
  for (const group of ['group-0', 'group-1']) fill('groupLeader', { kind: 'group', id: group })
  for (const { _id } of estates) fill('propertyManager', { kind: 'estate', id: _id })
  for (const { _id, units } of buildings) {
    fill('buildingHead', { kind: 'building', id: _id })
    fill('unitHead', { kind: 'unit', id: units[0]!.id })
  }
  const whole: Scope = { kind: 'community', id: communityId }
  fill('communityWorker', whole)
  fill('officer', whole, departmentIdOf(communityId, '综合行政执法'))
  postings.push({
    _id: 'posting-duty',
    communityId,
    personId: onDuty._id,
    role: 'communityWorker',
    scope: whole,
    from: '2026-01-01',
  })

  const ground: Ground = {
    community: {
      _id: communityId,
      dutyPersonIds: [persons[0]!._id, onDuty._id],
      dutyDesk: { name: '值班室', phone: '0533-0000000', hours: '' },
    },
    locator: locator(grids),
    gridById: new Map(grids.map((grid) => [grid._id, grid])),
    estateById: new Map(estates.map((estate) => [estate._id, estate])),
    buildingById: new Map(buildings.map((building) => [building._id, building])),
    partyNames: new Map(),
  }
  const [longitude, latitude] = pick(pick(tiles).rings[0]!)
  const given: GivenPlace = pick<GivenPlace>([
    { point: { datum: 'gcj02', longitude, latitude }, accuracyMeters: chance() * 60 },
    { unitId: pick(buildings).units[0]!.id },
    { buildingId: pick(buildings)._id },
    { estateId: pick(estates)._id },
    { words: '路口' },
  ])
  const workloads = new Map(persons.map(({ _id }) => [_id, Math.floor(chance() * 3)]))
  const except = chance() < 0.3 ? pick(persons.slice(0, -1))._id : undefined
  const chosen = chance() < 0.5 ? pick(grids)._id : undefined
  return { ground, persons, postings, given, workloads, except, chosen, responsible: pick(responsibles) }
}

type Organization = ReturnType<typeof organizationFrom>

const query = ({ persons, postings }: Organization, scopeIds: string[], roles: Role[]): Holder[] => {
  const byId = new Map(persons.map((person) => [person._id, person]))
  return postings
    .filter(({ scope, role }) => scopeIds.includes(scope.id) && roles.includes(role))
    .map((posting) => {
      const person = byId.get(posting.personId)!
      const postStandIn = byId.get(posting.standInId ?? '')
      const standIn = byId.get(person.leave?.standInId ?? '') ?? postStandIn
      const ids = [standIn?._id, postStandIn?._id]
      const standInPostings = postings.filter(({ personId }) => ids.includes(personId))
      return { posting, person, standIn, postStandIn, standInPostings }
    })
}

const isAbsent = (person: Person): boolean =>
  person.leave !== undefined && person.leave.from <= day && person.leave.to >= day

/** The rule once more, plainly: the groups of people to look at one after another. It sees every posting, not only those asked for. */
const expectedOwner = (
  organization: Organization,
  gridId: string | null,
  place: { estateId: string | null; buildingId: string | null },
) => {
  const { ground, persons, postings, workloads, except, responsible } = organization
  const byId = new Map(persons.map((person) => [person._id, person]))
  const fit = (id: string | undefined) => {
    const person = byId.get(id ?? '')
    return person && person.communityId === communityId && person._id !== except && !isAbsent(person) ? [person] : []
  }
  const within = (role: Role, id: string | null | undefined, departmentId?: string) =>
    postings.filter(
      (each) =>
        each.role === role &&
        each.scope.id === id &&
        each.departmentId === departmentId &&
        byId.get(each.personId)!.communityId === communityId,
    )
  const now = (each: PostingRecord) => each.from <= day && (each.to ?? day) >= day
  const present = (role: Role, id: string | null | undefined, departmentId?: string) =>
    within(role, id, departmentId)
      .filter(now)
      .flatMap(({ personId }) => fit(personId))

  const grid = ground.gridById.get(gridId ?? '')
  const department = typeof responsible === 'object' ? departmentIdOf(communityId, responsible.department) : undefined
  let role: Role = typeof responsible === 'object' ? 'officer' : responsible
  const unit = ground.buildingById.get(place.buildingId ?? '')?.units[0]?.id
  const scopeId = {
    gridWorker: gridId,
    areaPolice: gridId,
    groupLeader: grid?.groupId,
    propertyManager: place.estateId,
    buildingHead: place.buildingId,
    unitHead: unit,
    communityWorker: communityId,
    officer: communityId,
  }[role as 'gridWorker']
  const groups: Person[][] = []
  if (scopeId ?? gridId) {
    if (!scopeId) role = 'gridWorker'
    const id = scopeId ?? gridId
    groups.push(present(role, id, department))
    const held = within(role, id, department)
    const current = held.filter(now)
    groups.push(
      (current.length > 0 ? current : held.filter((each) => each.to !== undefined && each.to < day)).flatMap((each) => {
        const holder = byId.get(each.personId)!
        const id = isAbsent(holder) && current.length > 0 ? holder.leave!.standInId : each.standInId
        const isInPost = postings.some(
          (own) =>
            own.personId === id && own.role === role && (!department || own.departmentId === department) && now(own),
        )
        return id === holder._id || !isInPost ? [] : fit(id)
      }),
    )
    if (role === 'gridWorker' || role === 'areaPolice')
      for (const { gridId: other } of grid!.neighbours) groups.push(present(role, other))
    if (grid) groups.push(present('groupLeader', grid.groupId))
  }
  const duty = present('communityWorker', communityId)
  groups.push(duty.filter(({ _id }) => ground.community.dutyPersonIds.includes(_id)))
  const group = groups.find((each) => each.length > 0)!
  const least = Math.min(...group.map(({ _id }) => workloads.get(_id)!))
  return group
    .filter(({ _id }) => workloads.get(_id) === least)
    .map(({ _id }) => _id)
    .sort()[0]
}

test('whatever the vacancies and leaves, an issue has one present named owner, the one the rule names', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const organization = organizationFrom(seed)
      const { ground, given, responsible, workloads, except, chosen, persons } = organization
      const place = decidePlace(given, ground, undefined, 20)
      if (isRefusal(place)) throw new Error(place.refused)
      const { scopeIds, roles } = holdersNeeded(place, responsible, ground)
      const route = routeIssue({
        place,
        chosenGridId: chosen,
        responsible,
        ground,
        holders: query(organization, scopeIds, roles),
        workloads,
        day,
        exceptPersonId: except,
      })
      const owner = persons.find(({ _id }) => _id === route.owner.personId)!
      expect(owner.communityId).toBe(communityId)
      expect(isAbsent(owner)).toBe(false)
      expect(owner._id).not.toBe(except)
      expect(route.owner.name).toBe(owner.name)
      expect(route.reason).toContain(owner.name)
      expect(route.gridId).toBe(sideOf(place, chosen))
      expect(route.owner.personId).toBe(expectedOwner(organization, route.gridId, place))
    }),
    { numRuns: 1500 },
  )
})
