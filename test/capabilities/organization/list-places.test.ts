import { expectRefused, useWorld } from '../world'

const world = useWorld({ isRefilled: false })

test('the thirteen estates come with every building and stairwell, each building in its grid', async () => {
  const { estates } = await world.ask('resident-grid-6', 'organization.listPlaces', {})
  expect(estates).toHaveLength(13)
  const [first] = estates
  expect(first).toMatchObject({ id: 'estate-1', name: '鑫盛嘉园' })
  expect(first!.buildings).toHaveLength(11)
  expect(first!.buildings[0]).toMatchObject({ id: 'building-1-1', name: '1号楼', gridId: 'grid-2' })
  expect(first!.buildings[0]!.units.map(({ name }) => name)).toEqual(['1单元', '2单元', '3单元'])
  const known = world.documents('buildings').filter(({ communityId }) => communityId === 'xinsheng')
  expect(estates.flatMap(({ buildings }) => buildings.map(({ id }) => id)).sort()).toEqual(
    known.map(({ _id }) => _id).sort(),
  )
})

test('no door and nobody who lives behind it is part of the list', async () => {
  const text = JSON.stringify(await world.ask('newcomer-1', 'organization.listPlaces', {}))
  expect(text).not.toContain('household')
  for (const { name } of world.documents('persons')) expect(text).not.toContain(name)
})

test('another community has other places', async () => {
  const { estates } = await world.ask('b-worker-grid-1', 'organization.listPlaces', {})
  expect(estates.map(({ name }) => name)).toEqual(['蓝桥南里', '蓝桥北里'])
})

test('without an identity there are no places', async () => {
  await expectRefused(world, 'UNAUTHENTICATED', null, 'organization.listPlaces', {})
})
