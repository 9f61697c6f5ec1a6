import { departmentIdOf, departments, type DepartmentField } from '@/shared/domain/organization/departments'
import type { Building, Department, Grid, PartyNode } from '@/shared/domain/organization/records'
import { addDays } from '@/shared/kernel/time'
import { shuffled, type Chance } from './chance'
import { mainCorner, mainGrids, pointAt } from './ground'
import { homesOf } from './homes'
import { mainPlaces, type Places } from './places'
import { rollOf, type Roll } from './people'
import type { Documents } from './documents'
import { centresFrom } from './centres'
import { rosterFrom } from './roster'

const communityId = 'xinsheng'

/** Posts and hubs of the report: 70 红色楼长, 114 红色单元长, 194 党员中心户. */
const unitHeadCount = 114
const hubCount = 194
/** Heads of buildings whose own home is a hub as well: one person, several posts (一人多岗). */
const hubsLedByHeads = 39
const residentCount = 60

/** Nobody has come forward here, so what a building head would get falls back. */
const headlessBuildings = ['building-2-5', 'building-5-5', 'building-12-5', 'building-13-6']

/** Which property manager looks after which estates; the largest has two. */
const propertyPosts: readonly (readonly number[])[] = [[1], [1], [2, 3], [4, 5], [6, 7], [8, 9, 10], [11, 12, 13]]

const officers: readonly (readonly [id: string, field: DepartmentField])[] = [
  ['officer-law-enforcement', '综合行政执法'],
  ['officer-labour', '劳动保障'],
  ['officer-comprehensive', '综治'],
  ['officer-justice', '司法'],
  ['officer-police', '公安'],
]

const volunteerGrids = [6, 1, 2, 3, 4, 5, 7]
const localUnitGrids = [6, 2]

/** 总支—支部—小组; the fourth level, the hubs, follows from the people. */
const partyTree = (): PartyNode[] => [
  { _id: 'general-branch', communityId, kind: 'generalBranch', name: '鑫盛嘉园社区党总支', parentId: null },
  { _id: 'branch-1', communityId, kind: 'branch', name: '第一片区党支部', parentId: 'general-branch' },
  { _id: 'branch-2', communityId, kind: 'branch', name: '第二片区党支部', parentId: 'general-branch' },
  { _id: 'group-1', communityId, kind: 'group', name: '第一网格党小组', parentId: 'branch-1' },
  { _id: 'group-2', communityId, kind: 'group', name: '第二网格党小组', parentId: 'branch-1' },
  { _id: 'group-3', communityId, kind: 'group', name: '第三网格党小组', parentId: 'branch-2' },
  { _id: 'group-4', communityId, kind: 'group', name: '第四网格党小组', parentId: 'branch-2' },
]

const departmentRecords = (): Department[] =>
  (Object.keys(departments) as DepartmentField[]).map((field) => ({
    _id: departmentIdOf(communityId, field),
    communityId,
    name: departments[field].name,
  }))

const appointStaff = (roll: Roll, grids: readonly Grid[], today: string): void => {
  for (const { _id, number } of grids) {
    const worker = roll.enter(`worker-grid-${number}`, { isStaff: true })
    roll.appoint(worker._id, 'gridWorker', 'grid', _id)
    if (number === 3) worker.leave = { from: addDays(today, -2), to: addDays(today, 60), standInId: 'worker-grid-4' }
  }
  for (const number of [1, 2, 3, 4]) {
    const leader = roll.enter(`group-leader-${number}`, { isStaff: true })
    roll.appoint(leader._id, 'groupLeader', 'group', `group-${number}`)
  }
  for (const number of [1, 2]) {
    const secretary = roll.enter(`branch-secretary-${number}`, { isStaff: true })
    roll.appoint(secretary._id, 'branchSecretary', 'branch', `branch-${number}`)
    const worker = roll.enter(`community-worker-${number}`, { isStaff: true })
    roll.appoint(worker._id, 'communityWorker', 'community', communityId)
  }
  propertyPosts.forEach((estates, at) => {
    const manager = roll.enter(`property-manager-${at + 1}`, { isStaff: true })
    for (const number of estates) roll.appoint(manager._id, 'propertyManager', 'estate', `estate-${number}`)
  })
  const police = roll.enter('area-police-1', { isStaff: true })
  for (const { _id } of grids) roll.appoint(police._id, 'areaPolice', 'grid', _id)
  for (const [id, field] of officers) {
    roll.enter(id, { isStaff: true })
    roll.appoint(id, 'officer', 'community', communityId, departmentIdOf(communityId, field))
  }
  for (const role of ['clerk', 'administrator'] as const) {
    const id = `${role}-1`
    roll.enter(id, { isStaff: true })
    roll.appoint(id, role, 'community', communityId)
  }
  localUnitGrids.forEach((number, at) => {
    const unit = roll.enter(`local-unit-${at + 1}`, { isStaff: true })
    roll.appoint(unit._id, 'localUnit', 'grid', `grid-${number}`)
  })
}

/** Those who serve where they live: volunteers, heads of buildings and units, hubs; then residents with no post. */
const settle = (roll: Roll, { buildings, households }: Places, grids: readonly Grid[], chance: Chance): PartyNode[] => {
  const takeHome = homesOf(households, chance)
  const buildingOf = new Map(buildings.map((building) => [building._id, building]))
  const inGrid = (gridId: string) => (household: { buildingId: string }) =>
    buildingOf.get(household.buildingId)!.gridId === gridId

  for (const { number, _id } of grids) {
    const home = number === 6 ? takeHome(({ buildingId }) => buildingId === 'building-12-1') : takeHome(inGrid(_id))
    roll.enter(`resident-grid-${number}`, { householdId: home._id })
  }
  volunteerGrids.forEach((number, at) => {
    const gridId = `grid-${number}`
    roll.enter(`volunteer-${at + 1}`, { householdId: takeHome(inGrid(gridId))._id })
    roll.appoint(`volunteer-${at + 1}`, 'volunteer', 'grid', gridId)
  })

  const headed = buildings.filter(({ _id }) => !headlessBuildings.includes(_id))
  headed.forEach(({ _id }, at) => {
    roll.enter(`building-head-${at + 1}`, { householdId: takeHome(({ buildingId }) => buildingId === _id)._id })
    roll.appoint(`building-head-${at + 1}`, 'buildingHead', 'building', _id)
  })

  const units = buildings.flatMap((building) => building.units.map((unit) => unit.id))
  const chosen = new Set([units[0]!, ...shuffled(units.slice(1), chance).slice(0, unitHeadCount - 1)])
  units
    .filter((id) => chosen.has(id))
    .forEach((id, at) => {
      roll.enter(`unit-head-${at + 1}`, { householdId: takeHome(({ unitId }) => unitId === id)._id })
      roll.appoint(`unit-head-${at + 1}`, 'unitHead', 'unit', id)
    })

  const hubs = settleHubs(roll, buildings, grids, takeHome)
  for (let number = grids.length + 1; number <= residentCount; number += 1)
    roll.enter(`resident-${number}`, { householdId: takeHome(() => true)._id, hasSignedIn: number <= 30 })
  return hubs
}

/** 194 party members' homes that keep contact with their neighbours, spread over all buildings. */
const settleHubs = (
  roll: Roll,
  buildings: readonly Building[],
  grids: readonly Grid[],
  takeHome: ReturnType<typeof homesOf>,
): PartyNode[] => {
  const groupOf = new Map(grids.map((grid) => [grid._id, grid.groupId]))
  const heads = roll.postings.filter(({ role }) => role === 'buildingHead').slice(1, 1 + hubsLedByHeads)
  const homeOf = new Map(roll.persons.map((person) => [person._id, person.householdId]))
  return Array.from({ length: hubCount }, (_, at) => {
    const head = heads[at - (hubCount - hubsLedByHeads)]
    const building = buildings.find(({ _id }) => _id === head?.scope.id) ?? buildings[at % buildings.length]!
    const householdId =
      (head && homeOf.get(head.personId)) ?? takeHome(({ buildingId }) => buildingId === building._id)._id
    if (!head) roll.enter(`hub-${at + 1}`, { householdId, hasSignedIn: at === 0 })
    roll.appoint(head?.personId ?? `hub-${at + 1}`, 'hub', 'household', householdId)
    return {
      _id: `hub-node-${at + 1}`,
      communityId,
      kind: 'hub' as const,
      name: `党员中心户 ${at + 1} 号`,
      parentId: groupOf.get(building.gridId)!,
      householdId,
    }
  })
}

/** The community of the report, to the number; what the report does not say is invented. */
export const xinsheng = (today: string, chance: Chance, names: Iterator<string, never>): Documents => {
  const grids = mainGrids()
  const places = mainPlaces(chance)
  const roll = rollOf(communityId, today, names, { duty: 0, private: 0 })
  appointStaff(roll, grids, today)
  const hubs = settle(roll, places, grids, chance)
  // Entered last, so that everybody else keeps their name.
  roll.enter('officer-street', { isStaff: true })
  roll.appoint('officer-street', 'officer', 'community', communityId, departmentIdOf(communityId, '街道'))
  for (const id of ['clerk-2', 'clerk-3']) {
    roll.enter(id, { isStaff: true })
    roll.appoint(id, 'clerk', 'community', communityId)
  }
  return {
    communities: [
      {
        _id: communityId,
        name: '鑫盛嘉园社区',
        dutyDesk: { name: '鑫盛嘉园社区值班室', phone: '0533-0000900', hours: '08:30–17:30，夜间和节假日有人值守' },
        dutyPersonIds: ['community-worker-1', 'community-worker-2'],
        centre: pointAt(mainCorner, [650, 470]),
      },
    ],
    estates: places.estates,
    buildings: places.buildings,
    households: places.households,
    grids,
    partyNodes: [...partyTree(), ...hubs],
    departments: departmentRecords(),
    persons: roll.persons,
    postings: roll.postings,
    rosterDays: rosterFrom(communityId, today),
    centres: centresFrom(communityId, today),
  }
}
