import fc from 'fast-check'
import { sampleCommunity } from '@cloud/sample'
import { wangsheRoad, mainCorner, pointAt } from '@cloud/sample/ground'
import { collections } from '@cloud/store/collections'
import { metersAt, metersBetween } from '@/shared/domain/organization/distance'
import { gridOf, gridsNear, locator } from '@/shared/domain/organization/locate'
import { rosterPostOf } from '@/shared/domain/organization/roster'
import { addDays } from '@/shared/kernel/time'

const today = '2026-11-25'
const sample = sampleCommunity(today)
const { documents, personas } = sample
type Collection = keyof typeof documents

const main = <T extends { communityId: string }>(records: readonly T[]): T[] =>
  records.filter(({ communityId }) => communityId === 'xinsheng')
const grids = main(documents.grids)
const buildings = main(documents.buildings)
const households = main(documents.households)
const postings = main(documents.postings)
const nodes = main(documents.partyNodes)

const countOf = <T>(records: readonly T[], is: (record: T) => boolean): number => records.filter(is).length

test('the community of the report, to the number', () => {
  const nodeCount = (kind: string) => countOf(nodes, (node) => node.kind === kind)
  const postCount = (role: string) => countOf(postings, (posting) => posting.role === role)
  const xinsheng = documents.estates.find(({ name }) => name === '鑫盛嘉园')!
  expect({
    estates: main(documents.estates).length,
    grids: grids.length,
    generalBranches: nodeCount('generalBranch'),
    branches: nodeCount('branch'),
    groups: nodeCount('group'),
    hubs: nodeCount('hub'),
    hubPosts: postCount('hub'),
    buildingHeads: postCount('buildingHead'),
    unitHeads: postCount('unitHead'),
    xinshengBuildings: countOf(buildings, ({ estateId }) => estateId === xinsheng._id),
    xinshengHouseholds: countOf(households, ({ estateId }) => estateId === xinsheng._id),
    departments: documents.departments.length,
  }).toEqual({
    estates: 13,
    grids: 8,
    generalBranches: 1,
    branches: 2,
    groups: 4,
    hubs: 194,
    hubPosts: 194,
    buildingHeads: 70,
    unitHeads: 114,
    xinshengBuildings: 11,
    xinshengHouseholds: 702,
    departments: 13,
  })
  expect(countOf(households, ({ estateId, isVacant }) => estateId === xinsheng._id && isVacant)).toBeGreaterThan(0)
  for (const group of nodes.filter(({ kind }) => kind === 'group'))
    expect(countOf(grids, ({ groupId }) => groupId === group._id)).toBe(2)
})

test('heads serve where they live, hubs have a home each, and some seats are empty', () => {
  const homeOf = new Map(documents.households.map((household) => [household._id, household]))
  const personOf = new Map(documents.persons.map((person) => [person._id, person]))
  for (const { role, scope, personId } of documents.postings) {
    const home = homeOf.get(personOf.get(personId)!.householdId ?? '')
    if (role === 'buildingHead') expect(home?.buildingId).toBe(scope.id)
    if (role === 'unitHead') expect(home?.unitId).toBe(scope.id)
    if (role === 'hub') expect(home?._id).toBe(scope.id)
  }
  const hubHomes = nodes.filter(({ kind }) => kind === 'hub').map(({ householdId }) => householdId)
  expect(new Set(hubHomes).size).toBe(194)
  const headed = new Set(postings.filter(({ role }) => role === 'buildingHead').map(({ scope }) => scope.id))
  expect(headed.size).toBe(70)
  expect(buildings.filter(({ _id }) => !headed.has(_id)).length).toBeGreaterThan(0)
  const led = new Set(postings.filter(({ role }) => role === 'unitHead').map(({ scope }) => scope.id))
  expect(led.size).toBe(114)
  expect(buildings.flatMap(({ units }) => units).length).toBeGreaterThan(114)
})

test('every document is of its shape, and no id is used twice', async () => {
  const seen = new Set<string>()
  for (const name of Object.keys(documents) as Collection[]) {
    const schema = await collections[name].schema()
    for (const document of documents[name]) {
      expect(schema.parse(document)).toEqual(document)
      expect(seen).not.toContain(`${name} ${document._id}`)
      seen.add(`${name} ${document._id}`)
    }
  }
  const scopeIds = [
    ...documents.communities,
    ...documents.estates,
    ...documents.buildings,
    ...documents.grids,
    ...documents.partyNodes,
    ...documents.households,
  ].map(({ _id }) => _id)
  const unitIds = documents.buildings.flatMap(({ units }) => units.map(({ id }) => id))
  expect(new Set([...scopeIds, ...unitIds]).size).toBe(scopeIds.length + unitIds.length)
})

test('every reference leads to a document of the same community', () => {
  const communityOf = new Map<string, string>()
  for (const records of [documents.estates, documents.buildings, documents.households, documents.grids])
    for (const { _id, communityId } of records) communityOf.set(_id, communityId)
  for (const { _id, communityId } of [...documents.partyNodes, ...documents.persons, ...documents.departments])
    communityOf.set(_id, communityId)
  for (const { _id } of documents.communities) communityOf.set(_id, _id)
  for (const { units, communityId } of documents.buildings) for (const { id } of units) communityOf.set(id, communityId)

  const leads = (from: { communityId: string }, to: string | null | undefined): void => {
    if (to) expect([to, communityOf.get(to)]).toEqual([to, from.communityId])
  }
  for (const estate of documents.estates) for (const gridId of estate.gridIds) leads(estate, gridId)
  for (const building of documents.buildings) [building.estateId, building.gridId].forEach((to) => leads(building, to))
  for (const household of documents.households)
    [household.estateId, household.buildingId, household.unitId].forEach((to) => leads(household, to))
  for (const grid of documents.grids)
    [grid.groupId, ...grid.neighbours.map(({ gridId }) => gridId)].forEach((to) => leads(grid, to))
  for (const node of documents.partyNodes) [node.parentId, node.householdId].forEach((to) => leads(node, to))
  for (const person of documents.persons)
    [person.householdId, person.leave?.standInId].forEach((to) => leads(person, to))
  for (const posting of documents.postings)
    [posting.personId, posting.scope.id, posting.departmentId].forEach((to) => leads(posting, to))
  for (const { _id, dutyPersonIds } of documents.communities)
    for (const personId of dutyPersonIds) leads({ communityId: _id }, personId)
})

test('last night and two weeks of nights are planned, one of them still open, with staff who are there', () => {
  const days = Array.from({ length: 15 }, (_, at) => addDays(today, at - 1))
  const planned = new Map(documents.rosterDays.map((one) => [one.day, one]))
  expect(days.filter((day) => !planned.has(day))).toEqual(['2026-12-03'])
  for (const { _id, day, communityId, personIds } of planned.values()) {
    expect([_id, days.includes(day)]).toEqual([`${communityId}:${day}`, true])
    for (const personId of personIds) {
      const person = documents.persons.find((one) => one._id === personId)!
      const held = documents.postings.filter((posting) => posting.personId === personId)
      expect(rosterPostOf({ person, postings: held }, communityId, day)).not.toBeNull()
    }
  }
})

test('the same day and seed give the same documents; another day moves only days', () => {
  expect(sampleCommunity(today)).toEqual(sample)
  expect(JSON.stringify(sampleCommunity(today))).toBe(JSON.stringify(sample))
  const withoutDays = (of: unknown): string => JSON.stringify(of).replace(/\d{4}-\d{2}-\d{2}/g, '')
  const later = sampleCommunity(addDays(today, 400))
  expect(withoutDays(later)).toBe(withoutDays(sample))
  expect(JSON.stringify(later)).not.toBe(JSON.stringify(sample))
  expect(JSON.stringify(sampleCommunity(today, 2).documents.persons)).not.toBe(JSON.stringify(documents.persons))
})

type Ring = readonly (readonly [number, number])[]

/** Twice the signed area of a ring, in square millionths of a degree: whole numbers, so that sums are exact. */
const area = (ring: Ring): number => {
  const whole = ring.map(([x, y]) => [Math.round((x - 118) * 1e6), Math.round((y - 36) * 1e6)] as const)
  return whole.slice(1).reduce((sum, [x, y], at) => sum + whole[at]![0] * y - x * whole[at]![1], 0)
}

const contains = (rings: readonly Ring[], x: number, y: number): boolean =>
  rings
    .flatMap((ring) => ring.slice(1).map((to, at) => [ring[at]!, to] as const))
    .filter(([a, b]) => a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]).length %
    2 ===
  1

describe.each(['xinsheng', 'b-lanqiao'])('the grids of %s', (communityId) => {
  const tiles = documents.grids.filter((grid) => grid.communityId === communityId)
  const once = new Map<string, readonly [Ring[number], Ring[number]]>()
  for (const { rings } of tiles)
    for (const ring of rings)
      ring.slice(1).forEach((to, at) => {
        const key = [String(ring[at]), String(to)].sort().join(' ')
        if (!once.delete(key)) once.set(key, [ring[at]!, to])
      })
  const outer = (() => {
    const left = [...once.values()]
    const ring = [...left.pop()!]
    while (left.length > 0) {
      const end = String(ring.at(-1))
      const at = left.findIndex(([a, b]) => String(a) === end || String(b) === end)
      const [[a, b]] = left.splice(at, 1) as [readonly [Ring[number], Ring[number]]]
      ring.push(String(a) === end ? b : a)
    }
    return ring
  })()

  test('fill one closed outline: their areas, holes taken off, add up to its area exactly', () => {
    expect(String(outer[0])).toBe(String(outer.at(-1)))
    const sum = tiles
      .map(({ rings: [first, ...holes] }) =>
        holes.reduce((left, hole) => left - Math.abs(area(hole)), Math.abs(area(first!))),
      )
      .reduce((total, one) => total + one, 0)
    expect(sum).toBe(Math.abs(area(outer)))
  })

  test('leave no gap and do not overlap, wherever one looks', () => {
    const index = locator(tiles)
    const xs = outer.map(([x]) => x)
    const ys = outer.map(([, y]) => y)
    const within = (numbers: number[]) =>
      fc.double({ min: Math.min(...numbers), max: Math.max(...numbers), noNaN: true })
    fc.assert(
      fc.property(within(xs), within(ys), (longitude, latitude) => {
        const holding = tiles.filter(({ rings }) => contains(rings, longitude, latitude))
        expect(holding.length).toBe(contains([outer], longitude, latitude) ? 1 : 0)
        const found = gridOf(index, { longitude, latitude })
        // A millimetre outside still counts as on the outermost border; chance hits that once in some fifty runs.
        const isOnOuterBorder = gridsNear(index, { longitude, latitude }, 0.002).length > 0
        if (holding.length > 0 || !isOnOuterBorder) expect(found).toBe(holding[0]?._id ?? null)
      }),
      { numRuns: 5000 },
    )
    for (const { rings } of tiles)
      for (const [longitude, latitude] of rings.flat()) expect(gridOf(index, { longitude, latitude })).not.toBeNull()
  })

  test('hold their buildings and their own label', () => {
    const index = locator(tiles)
    for (const building of documents.buildings.filter((each) => each.communityId === communityId))
      expect([building._id, gridOf(index, building.centre)]).toEqual([building._id, building.gridId])
    for (const { _id, centre } of tiles) expect(gridOf(index, centre)).toBe(_id)
  })
})

test('the area is about 1.2 km², near 傅家镇; one grid surrounds another; borders are shared both ways', () => {
  const { perLongitude, perLatitude } = metersAt(36.78)
  const total = grids
    .map(({ rings }) => rings.reduce((sum, ring, at) => sum + (at === 0 ? 1 : -1) * Math.abs(area(ring)), 0))
    .reduce((sum, one) => sum + one, 0)
  const squareKilometres = (total / 2 / 1e12) * perLongitude * perLatitude * 1e-6
  expect(squareKilometres).toBeGreaterThan(1.1)
  expect(squareKilometres).toBeLessThan(1.3)
  expect(grids.filter(({ rings }) => rings.length > 1).map(({ _id }) => _id)).toEqual(['grid-5'])
  expect(grids.find(({ _id }) => _id === 'grid-8')!.neighbours.map(({ gridId }) => gridId)).toEqual(['grid-5'])
  for (const { _id, neighbours } of documents.grids)
    for (const { gridId, borderMeters } of neighbours)
      expect(documents.grids.find((grid) => grid._id === gridId)!.neighbours).toContainEqual({
        gridId: _id,
        borderMeters,
      })
})

test('王舍路 lies in the sixth grid, and the resident of that grid lives beside it', () => {
  const index = locator(grids)
  const road = wangsheRoad.map((spot) => pointAt(mainCorner, spot))
  for (const spot of road) expect(gridOf(index, spot)).toBe('grid-6')
  const persona = personas.find(({ id }) => id === 'resident-grid-6')!
  const household = documents.households.find(({ _id }) => _id === persona.householdId)!
  const { centre } = documents.buildings.find(({ _id }) => _id === household.buildingId)!
  expect(Math.min(...road.map((spot) => metersBetween(spot, centre)))).toBeLessThan(100)
})

test('the personas are those promised, each tied to the record it speaks for', () => {
  const numbered = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}-${at + 1}`)
  expect(personas.map(({ id }) => id).sort()).toEqual(
    [
      ...numbered('resident-grid', 8),
      ...numbered('worker-grid', 8),
      ...numbered('group-leader', 4),
      ...numbered('branch-secretary', 2),
      ...numbered('community-worker', 2),
      ...numbered('property-manager', 7),
      'volunteer-1',
      'building-head-1',
      'unit-head-1',
      'area-police-1',
      'officer-law-enforcement',
      'officer-labour',
      'officer-comprehensive',
      'officer-justice',
      'officer-police',
      'officer-street',
      ...numbered('clerk', 3),
      'administrator-1',
      'hub-1',
      'local-unit-1',
      'newcomer-1',
      'b-resident-1',
      'b-worker-grid-1',
      'b-community-worker-1',
    ].sort(),
  )
  const byOpenid = new Map(documents.persons.map((person) => [person.openid, person]))
  for (const persona of personas) {
    const person = byOpenid.get(persona.openid)
    if (persona.id === 'newcomer-1') expect(person).toBeUndefined()
    else expect([person?._id, person?.name]).toEqual([persona.id, persona.name])
  }
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
    expect(personas.find(({ id }) => id === `resident-grid-${number}`)).toMatchObject({
      roles: ['resident'],
      postings: [],
      gridId: `grid-${number}`,
    })
  expect(personas.filter(({ onLeave }) => onLeave)).toEqual([
    expect.objectContaining({ id: 'worker-grid-3', standInId: 'worker-grid-4' }),
  ])
  expect(documents.persons.find(({ _id }) => _id === 'worker-grid-3')!.leave).toEqual({
    from: '2026-11-23',
    to: '2027-01-24',
    standInId: 'worker-grid-4',
  })
})

test('no name, number or id could be taken for a real one, and none is used twice', () => {
  const phones = documents.persons.flatMap(({ phone, dutyPhone }) => [phone, dutyPhone].filter(Boolean) as string[])
  for (const phone of phones) expect(phone).toMatch(/^(10000000\d{3}|0533-0000\d{3})$/)
  expect(new Set(phones).size).toBe(phones.length)
  const names = documents.persons.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const openids = documents.persons.flatMap(({ openid }) => openid ?? [])
  expect(new Set(openids).size).toBe(openids.length)
  for (const records of Object.values(documents))
    for (const record of records)
      if ((record as { communityId?: string }).communityId === 'b-lanqiao') expect(record._id).toMatch(/^b-/)
})
