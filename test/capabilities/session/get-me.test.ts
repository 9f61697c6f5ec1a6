import { expectRefused, useWorld } from '../world'

const world = useWorld()

test('a resident learns who they are, where they live and which grid that is', async () => {
  expect(await world.ask('resident-grid-6', 'session.getMe', {})).toMatchObject({
    now: '2026-11-25T01:00:00.000Z',
    person: { id: 'resident-grid-6', isNewcomer: false, roles: ['resident'], postings: [], leave: null },
    community: { id: 'xinsheng', name: '鑫盛嘉园社区' },
    household: { buildingId: 'building-12-1', unitId: 'unit-12-1-1' },
    grid: { id: 'grid-6', name: '第六网格' },
    pendingBinding: null,
    unread: 0,
  })
})

test('staff learn their posts by the names people know, and are residents too', async () => {
  const { person } = await world.ask('building-head-1', 'session.getMe', {})
  expect(person.roles).toEqual(['resident', 'buildingHead'])
  expect(person.postings).toEqual([
    {
      role: 'buildingHead',
      roleName: '红色楼长',
      scope: { kind: 'building', id: 'building-1-1' },
      scopeName: '鑫盛嘉园1号楼',
    },
  ])
  const officer = await world.ask('officer-labour', 'session.getMe', {})
  expect(officer.person.postings).toMatchObject([{ role: 'officer', departmentId: 'xinsheng:labour' }])
})

test('a leave is shown with the name of who stands in, and no longer once it has passed', async () => {
  const standIn = world.documents('persons').find(({ _id }) => _id === 'worker-grid-4')!
  const { person } = await world.ask('worker-grid-3', 'session.getMe', {})
  expect(person.leave).toMatchObject({ standInId: 'worker-grid-4', standInName: standIn.name })
  world.clock.now += 61 * 86_400_000
  expect((await world.ask('worker-grid-3', 'session.getMe', {})).person.leave).toBeNull()
})

test('a post counts only within its term', async () => {
  const { postings } = world.runtime.store
  await postings.updateWhere({ personId: 'worker-grid-6' }, { to: '2026-11-24' })
  expect((await world.ask('worker-grid-6', 'session.getMe', {})).person.roles).toEqual(['resident'])
  await postings.updateWhere({ personId: 'worker-grid-6' }, { to: '2026-11-25' })
  expect((await world.ask('worker-grid-6', 'session.getMe', {})).person.roles).toEqual(['resident', 'gridWorker'])
})

test('a newcomer may look before anything is known of them, and looking leaves no trace', async () => {
  const before = world.documents('persons').length
  expect(await world.ask('newcomer-1', 'session.getMe', {})).toMatchObject({
    person: { isNewcomer: true, roles: [], postings: [] },
    community: { id: 'xinsheng' },
    household: null,
    grid: null,
  })
  expect(world.documents('persons')).toHaveLength(before)
})

test('an application that waits is shown until it is decided', async () => {
  const asked = await world.ask('newcomer-1', 'residents.requestBinding', {
    householdId: 'household-1-1-1-101',
    relation: 'tenant',
    name: '小赵',
  })
  const waiting = await world.ask('newcomer-1', 'session.getMe', {})
  expect(waiting.pendingBinding).toEqual({
    id: asked.id,
    householdLabel: '鑫盛嘉园1号楼1单元101',
    approverName: asked.approverName,
    approverRoleName: '红色楼长',
  })
  await world.ask('building-head-1', 'residents.approveBinding', { id: asked.id, approve: true })
  expect(await world.ask('newcomer-1', 'session.getMe', {})).toMatchObject({
    person: { name: '小赵', isNewcomer: false, roles: ['resident'] },
    household: { id: 'household-1-1-1-101' },
    grid: { id: 'grid-2' },
    pendingBinding: null,
  })
})

test('the two communities never mix: each sees its own name', async () => {
  expect((await world.ask('b-resident-1', 'session.getMe', {})).community).toEqual({
    id: 'b-lanqiao',
    name: '蓝桥社区',
  })
})

test('without an identity there is nobody to describe', async () => {
  await expectRefused(world, 'UNAUTHENTICATED', null, 'session.getMe', {})
})
