import { allPages, expectRefused, useWorld } from '../world'

const world = useWorld()

const applyFor = async (persona: string, householdId: string): Promise<string> =>
  (await world.ask(persona, 'residents.requestBinding', { householdId, relation: 'family', name: '家里人' })).id
const listed = async (persona: string, state: 'pending' | 'decided' = 'pending'): Promise<string[]> =>
  (await world.ask(persona, 'residents.listBindings', { state })).bindings.map(({ id }) => id)

test('an application is on the list of those who may decide it and of nobody else', async () => {
  const id = await applyFor('newcomer-1', 'household-1-1-1-101')
  for (const persona of ['building-head-1', 'unit-head-1', 'worker-grid-2', 'community-worker-2', 'administrator-1'])
    expect([persona, await listed(persona)]).toEqual([persona, [id]])
  for (const persona of ['worker-grid-6', 'b-worker-grid-1', 'b-community-worker-1'])
    expect([persona, await listed(persona)]).toEqual([persona, []])
  for (const persona of ['newcomer-1', 'resident-grid-6', 'group-leader-1', 'area-police-1', 'officer-police', 'hub-1'])
    await expectRefused(world, 'FORBIDDEN', persona, 'residents.listBindings', {})
  await expectRefused(world, 'UNAUTHENTICATED', null, 'residents.listBindings', {})
})

test('what the row says is enough to decide by, and no more', async () => {
  await applyFor('newcomer-1', 'household-1-1-1-101')
  const { bindings } = await world.ask('building-head-1', 'residents.listBindings', {})
  expect(Object.keys(bindings[0]!).sort()).toEqual(
    'decidedAt decidedByName entered householdId householdLabel id note personName reason relation requestedAt state'.split(
      ' ',
    ),
  )
})

test('a grid worker who also heads a building elsewhere sees the applications of both, page by page', async () => {
  world.cloud.insertDocuments('postings', [
    {
      _id: 'worker-grid-6-head',
      communityId: 'xinsheng',
      personId: 'worker-grid-6',
      role: 'buildingHead',
      scope: { kind: 'building', id: 'building-1-1' },
      from: '2026-01-01',
    },
  ])
  const there = await applyFor('newcomer-1', 'household-1-1-1-101')
  const inGrid = await applyFor('resident-grid-7', 'household-12-1-1-301')
  expect((await listed('worker-grid-6')).sort()).toEqual([there, inGrid].sort())
  expect(await listed('building-head-1')).toEqual([there])
  const [like] = world.documents('bindings')
  const many = Array.from({ length: 30 }, (_, at) => ({ ...like!, _id: `b-${at}`, personId: `somebody-${at}` }))
  world.cloud.insertDocuments('bindings', many)
  const rows = await allPages(async (cursor) => {
    const { bindings, next } = await world.ask('worker-grid-6', 'residents.listBindings', { cursor })
    return { rows: bindings.map((row) => row.id), next }
  })
  expect([...rows].sort()).toEqual([there, inGrid, ...many.map(({ _id }) => _id)].sort())
})

test('an approver reads the known name of somebody known, and the typed one beside it where it is another', async () => {
  await applyFor('newcomer-1', 'household-1-1-1-101')
  await applyFor('worker-grid-6', 'household-1-1-1-102')
  const { name } = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')!
  await world.ask('resident-grid-7', 'residents.requestBinding', {
    householdId: 'household-1-1-1-102',
    relation: 'family',
    name: world.documents('persons').find(({ _id }) => _id === 'resident-grid-7')!.name,
  })
  const { bindings } = await world.ask('building-head-1', 'residents.listBindings', {})
  const names = bindings.map(({ personName }) => personName)
  expect(names).toContain('家里人')
  expect(names).toContain(`${name}（申请时写：家里人）`)
  expect(names.filter((one) => one.includes('（'))).toHaveLength(1)
  const asked = world.documents('notices').map(({ text }) => text)
  expect(asked.some((text) => text.startsWith(`${name}（申请时写：家里人） 申请绑定`))).toBe(true)
})

test('a decided application leaves one list for the other', async () => {
  const id = await applyFor('newcomer-1', 'household-1-1-1-101')
  await world.ask('unit-head-1', 'residents.approveBinding', { id, approve: true })
  expect(await listed('building-head-1')).toEqual([])
  expect(await listed('building-head-1', 'decided')).toEqual([id])
})

test('nobody is asked about their own application', async () => {
  const id = await applyFor('building-head-1', 'household-1-1-1-102')
  expect(await listed('building-head-1')).toEqual([])
  expect(await listed('unit-head-1')).toEqual([id])
})

test('45 applications of one moment are read page by page, none lost or doubled while more arrive', async () => {
  const id = await applyFor('newcomer-1', 'household-1-1-1-101')
  const [like] = world.documents('bindings')
  const many = Array.from({ length: 44 }, (_, at) => ({ ...like!, _id: `b-${at}`, personId: `somebody-${at}` }))
  world.cloud.insertDocuments('bindings', many)
  const rows = await allPages(
    async (cursor) => {
      const { bindings, next } = await world.ask('building-head-1', 'residents.listBindings', { cursor })
      return { rows: bindings.map((row) => row.id), next }
    },
    (page) =>
      world.cloud.insertDocuments('bindings', [
        { ...like!, _id: `b-new-${page}`, personId: `new-${page}`, requestedAt: '2026-11-25T02:00:00.000Z' },
      ]),
  )
  expect([...rows].sort()).toEqual([id, ...many.map(({ _id }) => _id)].sort())
})
