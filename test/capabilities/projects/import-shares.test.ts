import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld, written } from '../world'
import { desk, drafted, opened, stranger, tableOf, treasurer } from './story'

const world = useWorld()
const name = 'projects.importShares' satisfies CapabilityName
const withCell = (row: number, column: number, value: string) => (rows: string[][]) =>
  rows.map((cells, at) => (at === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells))
const sharesOf = () => world.documents('buildingShares').flatMap(({ shares }) => shares)

test('areas and exemptions change every share, which still come to the sum; the same file again changes nothing; twice is once', async () => {
  const projectId = await drafted(world)
  const table = await tableOf(world, projectId, (rows) => withCell(1, 2, '120.5')(withCell(2, 4, '低保户')(rows)))
  const first = await expectOnce(world, treasurer, name, table, { ...table, fileName: '别的' })
  expect(first).toMatchObject({ count: 48, isChanged: true, sumFen: 50_000_000 })
  expect(sharesOf()[0]).toMatchObject({ areaHundredths: 12_050 })
  expect(sharesOf()[1]).toMatchObject({ exemptFor: '低保户', plannedFen: 0 })
  const before = JSON.stringify([world.documents('buildingShares'), world.documents('fundings')])
  expect(await world.ask(treasurer, name, table)).toEqual({
    count: 48,
    changed: 0,
    isChanged: false,
    sumFen: 50_000_000,
  })
  expect(JSON.stringify([world.documents('buildingShares'), world.documents('fundings')])).toBe(before)
})

test('SHARE_ROWS_WRONG names every wrong cell, and nothing is imported', async () => {
  const projectId = await drafted(world)
  const table = await tableOf(world, projectId, (rows) => withCell(1, 2, '0')(withCell(2, 2, '-3')(rows)))
  const { fields } = await expectRefused(world, 'SHARE_ROWS_WRONG', treasurer, name, table)
  expect(fields).toEqual({ C2: '面积 0 不对，面积必须大于 0', C3: '面积 -3 不对，面积必须大于 0' })
})

test('by hand the amounts must come to the sum to the fen', async () => {
  const projectId = await drafted(world, { rule: 'manual', totalFen: 48_000 })
  const even = (rows: string[][]) => rows.map((cells, at) => (at === 0 ? cells : withAmount(cells, '10.00')))
  const withAmount = (cells: string[], amount: string) => cells.map((cell, c) => (c === 3 ? amount : cell))
  const off = await tableOf(world, projectId, (rows) => withCell(1, 3, '10.01')(even(rows)))
  const { fields } = await expectRefused(world, 'SHARE_ROWS_WRONG', treasurer, name, off)
  expect(fields).toEqual({ D1: '各户合计 480.01\u00A0元，比总额 480.00\u00A0元 多 0.01\u00A0元' })
  const right = await tableOf(world, projectId, even)
  expect(await world.ask(treasurer, name, right)).toMatchObject({ isChanged: true, sumFen: 48_000 })
  expect(sharesOf().every(({ plannedFen }) => plannedFen === 1000)).toBe(true)
})

test('FUNDING_ALREADY_OPEN after payment began, SHEET_UNREADABLE for what is no table', async () => {
  const projectId = await opened(world)
  await expectRefused(world, 'FUNDING_ALREADY_OPEN', treasurer, name, await tableOf(world, projectId))
  const other = await drafted(world)
  await expectRefused(world, 'SHEET_UNREADABLE', treasurer, name, { projectId: other, fileName: 'x', content: 'AAEC' })
})

test('NOT_FOUND to everybody but the treasurer, the desk included', async () => {
  const projectId = await drafted(world)
  const table = await tableOf(world, projectId)
  const before = written(world)
  for (const persona of [desk, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ ...table, projectId: one }))
  expect(written(world) === before).toBe(true)
})
