import { expectRefused, useWorld } from '../world'

const world = useWorld({ isRefilled: false })

test('a stairwell lists its doors in order and nothing else', async () => {
  const { households } = await world.ask('newcomer-1', 'residents.listHouseholds', { unitId: 'unit-1-1-1' })
  expect(households.slice(0, 3)).toEqual([
    { id: 'household-1-1-1-101', name: '101' },
    { id: 'household-1-1-1-102', name: '102' },
    { id: 'household-1-1-1-201', name: '201' },
  ])
  expect(households).toHaveLength(22)
})

test('neither who lives behind a door nor whether anybody does can be read from the list', async () => {
  const { households } = await world.ask('unit-head-1', 'residents.listHouseholds', { unitId: 'unit-1-1-1' })
  for (const household of households) expect(Object.keys(household).sort()).toEqual(['id', 'name'])
  const text = JSON.stringify(households)
  for (const { name, communityId } of world.documents('persons'))
    if (communityId === 'xinsheng') expect(text).not.toContain(name)
})

test('a stairwell of another community is as empty as one that does not exist', async () => {
  for (const unitId of ['b-unit-1-1-1', 'unit-of-nowhere'])
    expect(await world.ask('resident-grid-6', 'residents.listHouseholds', { unitId })).toEqual({ households: [] })
  expect(await world.ask('b-resident-1', 'residents.listHouseholds', { unitId: 'unit-1-1-1' })).toEqual({
    households: [],
  })
  expect(
    (await world.ask('b-resident-1', 'residents.listHouseholds', { unitId: 'b-unit-1-1-1' })).households.length,
  ).toBeGreaterThan(0)
})

test('without an identity there are no doors', async () => {
  await expectRefused(world, 'UNAUTHENTICATED', null, 'residents.listHouseholds', { unitId: 'unit-1-1-1' })
})
