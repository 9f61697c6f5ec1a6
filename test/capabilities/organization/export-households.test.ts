import { householdsIn } from '@cloud/capabilities/organization/register-of'
import { expectRefused, insertDoors, useWorld } from '../world'
import { desk } from './registers'

const world = useWorld()
const name = 'organization.exportHouseholds'

test('the register of an estate: every door once, with its area and whether it is vacant', async () => {
  const { text, rows, name: fileName } = await world.ask(desk, name, { estateId: 'estate-12' })
  const doors = world.documents('households').filter(({ estateId }) => estateId === 'estate-12')
  expect([fileName, rows]).toEqual(['陶埙苑户册.csv', doors.length])
  const lines = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(doors.length + 1)
  expect(lines[0]).toBe('小区,楼栋,单元,门牌,建筑面积,空置')
  const [first] = doors.filter(({ buildingId }) => buildingId === 'building-12-1').sort((a, b) => a.order - b.order)
  const { name: door, areaSquareMeters, isVacant } = first!
  expect(lines).toContain(`陶埙苑,1号楼,1单元,${door},${areaSquareMeters},${isVacant ? '是' : '否'}`)
})

test('nobody but the desk reads it, and none of another community', async () => {
  for (const persona of ['resident-grid-6', 'worker-grid-6', 'building-head-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { estateId: 'estate-12' })
  await expectRefused(world, 'NOT_FOUND', desk, name, { estateId: 'estate-99' })
  await expectRefused(world, 'NOT_FOUND', 'b-community-worker-1', name, { estateId: 'estate-12' })
})

test('a register of more than a thousand doors is whole, in the order of its doors', async () => {
  const before = world.documents('households').filter(({ estateId }) => estateId === 'estate-12').length
  insertDoors(world, 'building-12-1', 1200)
  const { text, rows } = await world.ask(desk, name, { estateId: 'estate-12' })
  expect(rows).toBe(before + 1200)
  const doors = [...text.matchAll(/,新(\d+),/g)].map(([, at]) => Number(at))
  expect(doors).toEqual(Array.from({ length: 1200 }, (_, at) => at))
})

test('costs no more requests for the doors of many buildings than for those of one', async () => {
  const spentOn = async (buildingIds: readonly string[]): Promise<number> => {
    const { households } = world.runtime.store
    const list = jest.spyOn(households, 'list')
    await householdsIn(buildingIds, 'xinsheng', world.runtime.store)
    const spent = list.mock.calls.length
    list.mockRestore()
    return spent
  }
  const buildings = world.documents('buildings').map(({ _id }) => _id)
  expect(buildings.length).toBeGreaterThan(5)
  expect(await spentOn(buildings.slice(0, 5))).toBe(await spentOn(buildings.slice(0, 1)))
})
