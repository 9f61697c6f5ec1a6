import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import type { Household } from '@/shared/domain/organization/records'
import { sampleCommunity } from '@cloud/sample'
import { issueClasses } from '@/shared/domain/issues/classes'
import { holdersNeeded, routeIssue, type Responsible, type Route } from '@/shared/domain/issues/route'
import { metersAt } from '@/shared/domain/organization/distance'
import { gridOf, gridsNear, locator } from '@/shared/domain/organization/locate'
import {
  decidePlace,
  isOnBorder,
  type GivenPlace,
  type Ground,
  type PlaceDecision,
} from '@/shared/domain/organization/place'
import type { Holder, Leave, Person, PostingRecord } from '@/shared/domain/organization/records'
import { isRefusal } from '@/shared/kernel/decision'
import type { Point } from '@/shared/kernel/shapes'

const day = '2026-11-25'
const { documents } = sampleCommunity(day)
const byId = <T extends { _id: string }>(records: readonly T[]) => new Map(records.map((each) => [each._id, each]))
const main = <T extends { communityId: string }>(records: readonly T[]) =>
  records.filter(({ communityId }) => communityId === 'xinsheng')

const ground: Ground = {
  community: documents.communities[0]!,
  locator: locator(main(documents.grids)),
  gridById: byId(main(documents.grids)),
  estateById: byId(main(documents.estates)),
  buildingById: byId(main(documents.buildings)),
  partyNames: byId(main(documents.partyNodes)),
}
const householdById = byId(documents.households)

interface Changes {
  leaves?: Record<string, Leave>
  postings?: (posting: PostingRecord) => PostingRecord | null
  workloads?: Record<string, number>
  except?: string
  chosen?: string
  persons?: (person: Person) => Person
}

/** What the store's one query brings: postings within scopes and of roles, with the holder and the stand-in joined. */
const load = (scopeIds: string[], roles: string[], changes: Changes): Holder[] => {
  const persons = documents.persons.map((each) => {
    const person = changes.persons?.(each) ?? each
    return changes.leaves?.[person._id] ? { ...person, leave: changes.leaves[person._id] } : person
  })
  const personById = byId(persons)
  const postings = main(documents.postings).flatMap((posting) =>
    changes.postings ? (changes.postings(posting) ?? []) : posting,
  )
  return postings
    .filter(({ scope, role }) => scopeIds.includes(scope.id) && roles.includes(role))
    .map((posting) => {
      const person = personById.get(posting.personId)!
      const standIn = personById.get(person.leave?.standInId ?? posting.standInId ?? '')
      const standInPostings = postings.filter(({ personId }) => personId === standIn?._id)
      return { posting, person, standIn, standInPostings }
    })
}

const decidedOn = (given: GivenPlace, household?: Household) =>
  decidePlace(given, ground, household, defaultIssueSettings.borderMeters)

const placeOf = (given: GivenPlace): PlaceDecision => {
  const decided = decidedOn(given, householdById.get(given.householdId ?? ''))
  if (isRefusal(decided)) throw new Error(decided.refused)
  return decided
}

const routed = (given: GivenPlace, responsible: Responsible, changes: Changes = {}): Route => {
  const place = placeOf(given)
  const { scopeIds, roles } = holdersNeeded(place, responsible, ground)
  return routeIssue({
    place,
    responsible,
    ground,
    day,
    chosenGridId: changes.chosen,
    exceptPersonId: changes.except,
    holders: load(scopeIds, roles, changes),
    workloads: new Map(Object.entries(changes.workloads ?? {})),
  })
}

const at = (longitude: number, latitude: number): Point => ({ datum: 'gcj02', longitude, latitude })
const inGrid = (number: number): GivenPlace => ({ point: ground.gridById.get(`grid-${number}`)!.centre })
const nameOf = (id: string): string => documents.persons.find(({ _id }) => _id === id)!.name
const leave = (standInId: string): Leave => ({ from: '2026-11-20', to: '2026-11-30', standInId })
const vacate =
  (...personIds: string[]) =>
  (posting: PostingRecord) =>
    personIds.includes(posting.personId) ? null : posting

/** A place so many metres north of the middle of the first border that two grids share. */
const nearBorder = (one: string, other: string, meters: number): Point => {
  const edges = (id: string) =>
    ground.gridById.get(id)!.rings.flatMap((ring) => ring.slice(1).map((to, index) => [ring[index]!, to] as const))
  const [a, b] = edges(one).find(([from, to]) =>
    edges(other).some(
      ([start, end]) => String([from, to]) === String([end, start]) || String([from, to]) === String([start, end]),
    ),
  )!
  return at((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + meters / metersAt(36.78).perLatitude)
}

describe('the place decides the grid, in this order', () => {
  test('household, unit and building picked go before the point', () => {
    const point = ground.gridById.get('grid-7')!.centre
    for (const given of [
      { householdId: 'household-12-1-1-301', point },
      { unitId: 'unit-12-1-1', point },
      { buildingId: 'building-12-1', point },
    ])
      expect(routed(given, 'gridWorker')).toMatchObject({
        gridId: 'grid-6',
        gridName: '第六网格',
        groupId: 'group-4',
        branchId: 'branch-2',
        owner: { personId: 'worker-grid-6', name: nameOf('worker-grid-6'), role: 'gridWorker' },
      })
  })

  test('a point inside a grid', () => {
    expect(routed(inGrid(6), 'gridWorker').reason).toBe(
      `第六网格 · 网格员 ${nameOf('worker-grid-6')}，因为位置在网格内`,
    )
    expect(routed(inGrid(8), 'gridWorker').owner.personId).toBe('worker-grid-8')
  })

  test('a point goes before the estate, and the estate still finds its property manager', () => {
    const route = routed({ ...inGrid(1), estateId: 'estate-11' }, 'propertyManager')
    expect(route.gridId).toBe('grid-1')
    expect(route.owner.personId).toBe('property-manager-7')
  })

  test('an estate in several grids goes to the lowest of them', () => {
    const route = routed({ estateId: 'estate-1', words: '车库入口' }, 'gridWorker')
    expect(route.owner.personId).toBe('worker-grid-2')
    expect(route.reason).toContain('跨几个网格')
    expect(routed({ estateId: 'estate-11' }, 'gridWorker').owner.personId).toBe('worker-grid-6')
  })

  test('words alone go to the duty post; a seat of the whole community needs no place', () => {
    const route = routed({ words: '王舍路中段绿化带' }, 'gridWorker')
    expect(route).toMatchObject({ gridId: null, gridName: null, groupId: null, branchId: null })
    expect(route.owner.personId).toBe('community-worker-1')
    expect(route.reason).toBe(`本社区 · 社区值班岗 ${nameOf('community-worker-1')}，因为只有文字说明，没有选定地点`)
    expect(routed({ words: '工资拖欠三个月' }, { department: '劳动保障' }).owner.personId).toBe('officer-labour')
  })

  test('outside every grid is refused, unless a building or an estate was picked', () => {
    const point = at(118.2, 36.9)
    expect(decidedOn({ point, words: '路口' })).toEqual({ refused: 'ISSUE_OUTSIDE_COMMUNITY' })
    expect(decidedOn({ point: documents.grids.at(-1)!.centre })).toEqual({
      refused: 'ISSUE_OUTSIDE_COMMUNITY',
    })
    expect(placeOf({ point, estateId: 'estate-11' })).toMatchObject({ by: 'estate', gridIds: ['grid-6'] })
    expect(placeOf({ point, buildingId: 'building-13-1' })).toMatchObject({ by: 'building', gridIds: ['grid-7'] })
  })

  test('what does not exist here is refused, another community’s places too', () => {
    const unknown = { refused: 'ISSUE_PLACE_UNKNOWN' }
    expect(decidedOn({ householdId: 'household-99' })).toEqual(unknown)
    expect(decidedOn({ householdId: 'b-household-1-1-1-101' }, householdById.get('b-household-1-1-1-101'))).toEqual(
      unknown,
    )
    expect(decidedOn({ unitId: 'b-unit-1-1-1' })).toEqual(unknown)
    expect(decidedOn({ buildingId: 'b-building-1-1' })).toEqual(unknown)
    expect(decidedOn({ estateId: 'b-estate-1' })).toEqual(unknown)
  })
})

describe('near a border', () => {
  test('both sides are offered within 20 m, or within the accuracy when that is worse', () => {
    expect(placeOf({ point: nearBorder('grid-6', 'grid-7', 0) }).gridIds).toEqual(['grid-6', 'grid-7'])
    const away = nearBorder('grid-5', 'grid-6', 35)
    expect(gridsNear(ground.locator, away, 20)).toEqual([])
    expect(isOnBorder(placeOf({ point: away }))).toBe(false)
    expect(isOnBorder(placeOf({ point: away, accuracyMeters: 5 }))).toBe(false)
    expect(placeOf({ point: away, accuracyMeters: 40 }).gridIds).toEqual(['grid-5', 'grid-6'])
  })

  test('the reporter’s side is taken; neither chosen, or one that was not offered, is the lower id', () => {
    const given = { point: nearBorder('grid-5', 'grid-6', 5) }
    expect(gridOf(ground.locator, given.point)).toBe('grid-5')
    expect(routed(given, 'gridWorker', { chosen: 'grid-6' }).owner.personId).toBe('worker-grid-6')
    expect(routed(given, 'gridWorker', { chosen: 'grid-6' }).reason).toContain('上报人选了这个网格')
    expect(routed(given, 'gridWorker').owner.personId).toBe('worker-grid-5')
    expect(routed(given, 'gridWorker', { chosen: 'grid-1' }).owner.personId).toBe('worker-grid-5')
    const southOf = { point: nearBorder('grid-5', 'grid-6', -5) }
    expect(gridOf(ground.locator, southOf.point)).toBe('grid-6')
    expect(routed(southOf, 'gridWorker').owner.personId).toBe('worker-grid-5')
  })

  test('a border of the community itself has one side', () => {
    const { longitude, latitude } = ground.gridById.get('grid-1')!.centre
    const edge = at(longitude, latitude + 130 / metersAt(latitude).perLatitude)
    expect(gridsNear(ground.locator, edge, 20).map(({ gridId }) => gridId)).toEqual(['grid-1'])
    expect(placeOf({ point: edge }).gridIds).toEqual(['grid-1'])
  })
})

describe('the class decides the seat', () => {
  test.each([
    ['areaPolice', inGrid(6), 'area-police-1'],
    ['groupLeader', inGrid(6), 'group-leader-4'],
    ['propertyManager', { buildingId: 'building-11-2' }, 'property-manager-7'],
    ['propertyManager', { estateId: 'estate-4' }, 'property-manager-4'],
    ['buildingHead', { buildingId: 'building-1-1' }, 'building-head-1'],
    ['unitHead', { unitId: 'unit-1-1-1' }, 'unit-head-1'],
    ['communityWorker', inGrid(6), 'community-worker-1'],
  ] as const)('%s', (role, given, owner) => {
    expect(routed(given, role).owner).toMatchObject({ personId: owner, role })
  })

  test('a department: its officer, named with the department', () => {
    const route = routed(inGrid(6), { department: '综合行政执法' })
    expect(route.owner).toMatchObject({ personId: 'officer-law-enforcement', role: 'officer' })
    expect(route.reason).toBe(
      `第六网格 · 综合行政执法局 ${nameOf('officer-law-enforcement')}，因为这类事项由综合行政执法局负责`,
    )
  })

  test('a property matter where no estate is known goes to the grid worker, a building head’s without a building too', () => {
    expect(routed(inGrid(6), 'propertyManager').owner).toMatchObject({ personId: 'worker-grid-6', role: 'gridWorker' })
    expect(routed(inGrid(6), 'buildingHead').owner).toMatchObject({ personId: 'worker-grid-6', role: 'gridWorker' })
  })

  test('of several holders the one with the fewest open issues, then the lowest id', () => {
    const given = { estateId: 'estate-1' }
    expect(routed(given, 'propertyManager').owner.personId).toBe('property-manager-1')
    expect(routed(given, 'propertyManager', { workloads: { 'property-manager-1': 1 } }).owner.personId).toBe(
      'property-manager-2',
    )
    const even = { 'property-manager-1': 3, 'property-manager-2': 3 }
    expect(routed(given, 'propertyManager', { workloads: even }).owner.personId).toBe('property-manager-1')
  })

  test('a complaint never goes to its subject', () => {
    expect(routed(inGrid(1), 'communityWorker', { except: 'community-worker-1' }).owner.personId).toBe(
      'community-worker-2',
    )
    const changes = { except: 'community-worker-1', leaves: { 'community-worker-2': leave('community-worker-1') } }
    const route = routed(inGrid(1), 'communityWorker', changes)
    expect(route.owner.personId).toBe('group-leader-1')
    expect(routed({ words: '对值班人员的意见' }, 'gridWorker', { except: 'community-worker-1' }).owner.personId).toBe(
      'community-worker-2',
    )
  })

  test('every class of the table finds a named person at every building', () => {
    for (const { responsible } of issueClasses)
      for (const building of ground.buildingById.values()) {
        const { owner, reason, gridId } = routed({ buildingId: building._id }, responsible)
        expect(gridId).toBe(building.gridId)
        expect(reason).toContain(owner.name)
        expect(documents.persons.find(({ _id }) => _id === owner.personId)?.name).toBe(owner.name)
      }
  })
})

describe('nobody there', () => {
  test('on leave: the stand-in, and the reason says so', () => {
    const route = routed(inGrid(3), 'gridWorker')
    expect(route.owner).toMatchObject({ personId: 'worker-grid-4', role: 'gridWorker' })
    expect(route.reason).toBe(
      `第三网格 · 网格员 ${nameOf('worker-grid-3')} 请假，由代班人 ${nameOf('worker-grid-4')} 负责`,
    )
  })

  test('a stand-in who is away is passed over, and so is whoever stands in for them', () => {
    const leaves = { 'worker-grid-4': leave('worker-grid-1') }
    const route = routed(inGrid(3), 'gridWorker', { leaves })
    expect(route.owner.personId).toBe('worker-grid-2')
    expect(route.reason).toBe(
      `第三网格 · 网格员 ${nameOf('worker-grid-3')} 请假，由相邻的第二网格网格员 ${nameOf('worker-grid-2')} 负责`,
    )
  })

  test('a stand-in who has left the post is passed over; one moved to another grid still acts', () => {
    const left = (posting: PostingRecord) =>
      posting.personId === 'worker-grid-4' ? { ...posting, to: '2026-11-24' } : posting
    expect(routed(inGrid(3), 'gridWorker', { postings: left }).owner.personId).toBe('worker-grid-2')
    const another = (posting: PostingRecord) =>
      posting.personId === 'worker-grid-4' ? { ...posting, role: 'volunteer' as const } : posting
    expect(routed(inGrid(3), 'gridWorker', { postings: another }).owner.personId).toBe('worker-grid-2')
    const moved = (posting: PostingRecord) =>
      posting.personId === 'worker-grid-4' ? { ...posting, scope: { kind: 'grid' as const, id: 'grid-1' } } : posting
    expect(routed(inGrid(3), 'gridWorker', { postings: moved }).owner).toMatchObject({
      personId: 'worker-grid-4',
      scope: { kind: 'grid', id: 'grid-1' },
    })
  })

  test('vacant: the present worker of the grid with the longest shared border, then of the next', () => {
    const vacant = routed(inGrid(4), 'gridWorker', { postings: vacate('worker-grid-4') })
    expect(vacant.owner.personId).toBe('worker-grid-1')
    expect(vacant.reason).toContain('网格员 空缺')
    const both = routed(inGrid(4), 'gridWorker', { postings: vacate('worker-grid-4', 'worker-grid-1') })
    expect(both.owner.personId).toBe('worker-grid-6')
  })

  test('a term that has ended or not begun is vacant; its stand-in acts until somebody is appointed', () => {
    const ended = (posting: PostingRecord) =>
      posting.personId === 'worker-grid-6' ? { ...posting, to: '2026-11-24', standInId: 'worker-grid-8' } : posting
    expect(routed(inGrid(6), 'gridWorker', { postings: ended }).owner.personId).toBe('worker-grid-8')
    const later = (posting: PostingRecord) =>
      posting.personId === 'worker-grid-6' ? { ...posting, from: '2026-11-26', standInId: 'worker-grid-8' } : posting
    expect(routed(inGrid(6), 'gridWorker', { postings: later }).owner.personId).toBe('worker-grid-4')
  })

  test('then the group leader, then the duty post', () => {
    const workers = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `worker-grid-${number}`)
    const leaderless = routed(inGrid(8), 'gridWorker', { postings: vacate(...workers) })
    expect(leaderless.owner).toMatchObject({ personId: 'group-leader-3', role: 'groupLeader' })
    expect(leaderless.reason).toBe(`第八网格 · 网格员 空缺，由党小组组长 ${nameOf('group-leader-3')} 负责`)
    const duty = routed(inGrid(8), 'gridWorker', {
      postings: vacate(...workers, 'group-leader-3'),
      workloads: { 'community-worker-1': 2 },
    })
    expect(duty.owner).toMatchObject({ personId: 'community-worker-2', role: 'communityWorker' })
    expect(duty.reason).toBe(`第八网格 · 网格员 空缺，由社区值班岗 ${nameOf('community-worker-2')} 负责`)
  })

  test('a building without a head, an estate without a manager, a department without an officer: the group leader', () => {
    expect(routed({ buildingId: 'building-12-5' }, 'buildingHead').owner.personId).toBe('group-leader-4')
    expect(
      routed({ estateId: 'estate-11' }, 'propertyManager', { postings: vacate('property-manager-7') }).owner.personId,
    ).toBe('group-leader-4')
    expect(routed(inGrid(1), { department: '应急管理' }).owner.personId).toBe('group-leader-1')
  })

  test('a person of another community is never asked, as holder or as stand-in', () => {
    const foreign = (person: Person) =>
      person._id === 'worker-grid-4' ? { ...person, communityId: 'b-lanqiao' } : person
    expect(routed(inGrid(3), 'gridWorker', { persons: foreign }).owner.personId).toBe('worker-grid-2')
    expect(routed(inGrid(4), 'gridWorker', { persons: foreign }).owner.personId).toBe('worker-grid-1')
  })

  test('even a community that broke its rule and has nobody left gets its duty desk', () => {
    const route = routed(inGrid(1), 'gridWorker', { postings: () => null })
    expect(route.owner).toEqual({
      personId: 'community-worker-1',
      name: '鑫盛嘉园社区值班室',
      role: 'communityWorker',
      scope: { kind: 'community', id: 'xinsheng' },
      dutyPhone: '0533-0000900',
    })
    expect(route.reason).toContain('鑫盛嘉园社区值班室')
  })
})
