import { mainCorner, pointAt, secondCorner } from '@cloud/sample/ground'
import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { expectRefused, issueOf, useWorld, written } from '../world'

const world = useWorld()
const name = 'issues.previewRoute' satisfies CapabilityName

type Place = InputOf<ContractOf<typeof name>>['place']
const preview = (place: Place, classCode = 'litter', persona = 'resident-grid-6') =>
  world.ask(persona, name, { classCode, place })
const nameOf = (id: string) => world.documents('persons').find(({ _id }) => _id === id)!.name
/** On the line between the sixth and the seventh grid. */
const border = pointAt(mainCorner, [649, 182.5])

test('every grid answers for a point in its middle, through its worker or whoever stands in', async () => {
  for (const { _id, centre } of world.documents('grids').filter(({ communityId }) => communityId === 'xinsheng')) {
    const { routes, isOnBorder } = await preview({ point: centre })
    const worker = _id === 'grid-3' ? 'worker-grid-4' : `worker-${_id}`
    expect([_id, isOnBorder, routes.map(({ gridId, owner }) => [gridId, owner.personId])]).toEqual([
      _id,
      false,
      [[_id, worker]],
    ])
  }
})

test('a worker on leave is named, and so is who stands in', async () => {
  const [route] = (await preview({ buildingId: 'building-1-8' })).routes
  expect(route!.owner.personId).toBe('worker-grid-4')
  expect(route!.reason).toBe(
    `第三网格 · 网格员 ${nameOf('worker-grid-3')} 请假，由代班人 ${nameOf('worker-grid-4')} 负责`,
  )
})

test('near a border both sides are offered, the lower id first', async () => {
  const { routes, isOnBorder } = await preview({ point: border })
  expect(isOnBorder).toBe(true)
  expect(routes.map(({ gridId, owner }) => [gridId, owner.personId])).toEqual([
    ['grid-6', 'worker-grid-6'],
    ['grid-7', 'worker-grid-7'],
  ])
})

test('a poor position widens the border', async () => {
  const point = pointAt(mainCorner, [600, 182])
  expect((await preview({ point })).isOnBorder).toBe(false)
  expect((await preview({ point, accuracyMeters: 80 })).routes.map(({ gridId }) => gridId)).toContain('grid-7')
})

test('a picked building goes before the point, and words alone go to the duty post', async () => {
  const [picked] = (await preview({ buildingId: 'building-12-1', point: border })).routes
  expect(picked).toMatchObject({ gridId: 'grid-6', owner: { personId: 'worker-grid-6', roleName: '专职网格员' } })
  expect(picked!.reason).toContain('所选楼栋属于这个网格')
  const [desk] = (await preview({ words: '菜市场门口' })).routes
  expect(desk!.gridId).toBeNull()
  expect(['community-worker-1', 'community-worker-2']).toContain(desk!.owner.personId)
  expect(desk!.reason).toContain('只有文字说明')
})

test.each([
  ['fallingObject', 'area-police-1'],
  ['fraud', 'area-police-1'],
  ['illegalBuild', 'officer-law-enforcement'],
  ['labour', 'officer-labour'],
  ['powerLight', 'property-manager-7'],
  ['dispute', 'community-worker-1'],
])('%s at a building goes to %s', async (classCode, owner) => {
  const [route] = (await preview({ buildingId: 'building-12-1' }, classCode)).routes
  expect(route!.owner).toMatchObject({ personId: owner, name: nameOf(owner) })
  expect(route!.reason).toContain(nameOf(owner))
})

test('property work on a road without an estate falls to the grid worker', async () => {
  const point = world.documents('grids').find(({ _id }) => _id === 'grid-6')!.centre
  expect((await preview({ point }, 'powerLight')).routes[0]!.owner.personId).toBe('worker-grid-6')
})

test('what is shown before is what happens after, on either side of a border, and looking writes nothing', async () => {
  const before = written(world)
  const { routes } = await preview({ point: border })
  expect(written(world) === before).toBe(true)
  for (const { gridId, owner, reason } of [routes[1]!]) {
    const { id } = await world.ask('resident-grid-6', 'issues.reportIssue', {
      classCode: 'litter',
      text: '垃圾没人清',
      place: { point: border },
      gridId: gridId!,
    })
    const label = '第七网格（地图标注）'
    expect(issueOf(world, id)).toMatchObject({ gridId, owner: { personId: owner.personId }, place: { label } })
    expect(reason).toContain('位置在网格交界处')
  }
})

test('a class and a place that do not exist are said to be unknown, a point elsewhere to be outside', async () => {
  const refused = (code: string, input: unknown) => expectRefused(world, code, 'resident-grid-6', name, input)
  await refused('ISSUE_CLASS_UNKNOWN', { classCode: 'nonsense', place: { words: '门口' } })
  for (const place of [
    { buildingId: 'building-99-1' },
    { unitId: 'unit-99-1-1' },
    { estateId: 'estate-99' },
    { householdId: 'household-99-1-1-101' },
  ])
    await refused('ISSUE_PLACE_UNKNOWN', { classCode: 'litter', place })
  await refused('ISSUE_OUTSIDE_COMMUNITY', { classCode: 'litter', place: { point: pointAt(secondCorner, [100, 200]) } })
  await expectRefused(world, 'UNAUTHENTICATED', null, name, { classCode: 'litter', place: { words: '门口' } })
})

test('places of another community are as unknown as places that do not exist', async () => {
  for (const [kind, theirs] of [
    ['buildingId', 'b-building-1-1'],
    ['unitId', 'b-unit-1-1-1'],
    ['estateId', 'b-estate-1'],
    ['householdId', 'b-household-1-1-1-101'],
  ] as const) {
    const hidden = await expectRefused(world, 'ISSUE_PLACE_UNKNOWN', 'resident-grid-6', name, {
      classCode: 'litter',
      place: { [kind]: theirs },
    })
    const absent = await expectRefused(world, 'ISSUE_PLACE_UNKNOWN', 'resident-grid-6', name, {
      classCode: 'litter',
      place: { [kind]: 'nothing-of-this-id' },
    })
    expect(hidden).toEqual(absent)
  }
})

describe('a complaint about somebody', () => {
  const about = (aboutPersonId: string, classCode = 'complaint') => ({
    classCode,
    place: { buildingId: 'building-12-1' },
    aboutPersonId,
  })

  test.each(['complaint', 'litter', 'lift'])(
    'of %s goes to whom the preview names, and never to them',
    async (code) => {
      for (const aboutPersonId of ['community-worker-1', 'worker-grid-6', 'property-manager-7', 'resident-grid-7']) {
        const [route] = (await world.ask('resident-grid-6', name, about(aboutPersonId, code))).routes
        expect(route!.owner.personId).not.toBe(aboutPersonId)
        const { route: taken } = await world.ask('resident-grid-6', 'issues.reportIssue', {
          ...about(aboutPersonId, code),
          text: '态度不好',
        })
        expect([taken.owner.personId, taken.reason]).toEqual([route!.owner.personId, route!.reason])
        world.refill()
      }
    },
  )

  test.each([name, 'issues.reportIssue'])(
    '%s knows nobody of another community, as if there were nobody',
    async (call) => {
      const words = call === name ? {} : { text: '态度不好' }
      const refusedFor = (id: string) =>
        expectRefused(world, 'ISSUE_SUBJECT_UNKNOWN', 'resident-grid-6', call, { ...about(id), ...words })
      expect(await refusedFor('b-community-worker-1')).toEqual(await refusedFor('nothing-of-this-id'))
    },
  )
})

test('on a border the words say nothing of a choice before there is one, and afterwards what the report will say', async () => {
  const asked = { classCode: 'litter', place: { point: border } }
  const reasons = async (choice: { gridId?: string }) =>
    (await world.ask('resident-grid-6', name, { ...asked, ...choice })).routes.map(({ reason }) =>
      reason.slice(reason.indexOf('因为')),
    )
  expect(await reasons({})).toEqual(['因为位置在网格交界处', '因为位置在网格交界处'])
  expect(await reasons({ gridId: 'grid-7' })).toEqual([
    '因为位置在网格交界处',
    '因为位置在网格交界处，上报人选了这个网格',
  ])
  const { route } = await world.ask('resident-grid-6', 'issues.reportIssue', {
    ...asked,
    text: '垃圾没人清',
    gridId: 'grid-7',
  })
  expect(route.reason).toContain('上报人选了这个网格')
})
