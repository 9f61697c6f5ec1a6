import { expectRefused, useWorld } from '../world'

const world = useWorld({ isRefilled: false })

test('the map shows the eight grids in order, closed outlines and the walled estate as a hole', async () => {
  const { grids } = await world.ask('newcomer-1', 'organization.listGrids', {})
  expect(grids.map(({ id, number }) => [id, number])).toEqual(
    Array.from({ length: 8 }, (_, at) => [`grid-${at + 1}`, at + 1]),
  )
  for (const { rings } of grids) for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0])
  expect(grids[4]!.rings).toHaveLength(2)
  expect(grids[5]).toMatchObject({ name: '第六网格', groupName: '第四网格党小组', centre: { datum: 'gcj02' } })
})

test('another community has another map', async () => {
  const { grids } = await world.ask('b-resident-1', 'organization.listGrids', {})
  expect(grids.map(({ id }) => id)).toEqual(['b-grid-1', 'b-grid-2'])
})

test('without an identity there is no map', async () => {
  await expectRefused(world, 'UNAUTHENTICATED', null, 'organization.listGrids', {})
})
