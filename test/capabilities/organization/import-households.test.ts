import { asking, opened } from '../consents/asked'
import { expectRefused, insertDoors, useWorld, written } from '../world'
import { desk, registerOf, withCell } from './registers'

const world = useWorld()
const name = 'organization.importHouseholds'
const register = () => JSON.stringify(world.documents('households'))

test('areas and vacancies change, new doors come; the same file again changes nothing', async () => {
  const before = world.documents('households')
  const file = await registerOf(world, (rows) => [
    ...withCell(2, 5, '是')(withCell(2, 4, '120.456')(withCell(1, 4, '101.25')(rows))),
    ['陶埙苑', '1号楼', '1单元', '九层阁楼', '33', '是'],
  ])
  const first = await world.ask(desk, name, file)
  expect(first).toMatchObject({ added: 1, changed: 2 })
  const after = world.documents('households')
  expect(after).toHaveLength(before.length + 1)
  const added = after.find((one) => one.name === '九层阁楼')!
  expect(added).toMatchObject({
    communityId: 'xinsheng',
    estateId: 'estate-12',
    buildingId: 'building-12-1',
    unitId: 'unit-12-1-1',
    areaSquareMeters: 33,
    isVacant: true,
  })
  const changed = after.filter((one) => {
    const was = before.find(({ _id }) => _id === one._id)
    return was && JSON.stringify(was) !== JSON.stringify(one)
  })
  expect(changed.map(({ areaSquareMeters }) => areaSquareMeters).sort((a, b) => a - b)).toEqual([101.25, 120.46])
  const whole = register()
  expect(await world.ask(desk, name, file)).toEqual({ count: first.count, added: 0, changed: 0 })
  expect(register() === whole).toBe(true)
})

test('with one wrong cell nothing is imported, and the cell is named', async () => {
  const [before, doors] = [written(world), register()]
  const file = await registerOf(world, (rows) => withCell(1, 4, '99')(withCell(2, 4, '-3')(rows)))
  const { fields } = await expectRefused(world, 'HOUSEHOLD_ROWS_WRONG', desk, name, file)
  expect(fields).toEqual({ E3: '面积 -3 不对，面积必须大于 0' })
  expect(written(world) === before && register() === doors).toBe(true)
})

test('a set that was frozen stays as it was, and the next one is frozen with the new areas', async () => {
  const scope = asking(world).scope
  const id = await opened(world, { scope })
  const setOf = (consentId: string) => world.documents('consentHouseholds').filter((one) => one.consentId === consentId)
  const frozen = JSON.stringify(setOf(id))
  await world.ask(desk, name, await registerOf(world, withCell(1, 4, '101.25')))
  expect(JSON.stringify(setOf(id)) === frozen).toBe(true)
  const next = await opened(world, { scope })
  expect(setOf(next).filter((one) => one.areaSquareCentimeters === 1_012_500)).toHaveLength(1)
})

test('too many new doors at once are refused, and nobody but the desk brings any', async () => {
  const many = await registerOf(world, ([heads]) => [
    heads!,
    ...Array.from({ length: 501 }, (_, at) => ['陶埙苑', '1号楼', '1单元', `新${at}`, '60', '否']),
  ])
  await expectRefused(world, 'HOUSEHOLDS_TOO_MANY', desk, name, many)
  await expectRefused(world, 'SHEET_UNREADABLE', desk, name, { fileName: 'x', content: 'AAEC' })
  await expectRefused(world, 'FORBIDDEN', 'building-head-1', name, await registerOf(world))
})

test('more than a thousand doors of one size are set, some hundred a request', async () => {
  insertDoors(world, 'building-12-1', 1200)
  const file = await registerOf(world, (rows) =>
    rows.map((cells, at) => (at === 0 ? cells : cells.map((cell, column) => (column === 4 ? '88.5' : cell)))),
  )
  const update = jest.spyOn(world.runtime.store.households, 'updateWhere')
  const { changed } = await world.ask(desk, name, file)
  expect(changed).toBeGreaterThan(1200)
  const asked = update.mock.calls.map(([{ _id }]) =>
    typeof _id === 'object' && _id !== null && 'in' in _id ? _id.in.length : Infinity,
  )
  update.mockRestore()
  expect(asked.reduce((sum, one) => sum + one, 0)).toBe(changed)
  expect(Math.max(...asked)).toBeLessThanOrEqual(500)
  const doors = world.documents('households').filter(({ estateId }) => estateId === 'estate-12')
  expect(doors.every(({ areaSquareMeters }) => areaSquareMeters === 88.5)).toBe(true)
})
