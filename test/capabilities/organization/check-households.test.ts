import { sheetXml, workbook } from '../../support/sheets'
import { expectRefused, useWorld, written } from '../world'
import { desk, registerOf, withCell } from './registers'

const world = useWorld()
const name = 'organization.checkHouseholds'

test('says what a table would change, and changes nothing', async () => {
  const before = written(world)
  const same = await registerOf(world)
  const { count, ...would } = await world.ask(desk, name, same)
  expect(would).toEqual({ problems: [], added: 0, changed: 0 })
  expect(count).toBeGreaterThan(40)
  const other = await registerOf(world, (rows) => [
    ...withCell(1, 4, '101.25')(rows),
    ['陶埙苑', '1号楼', '1单元', '九层阁楼', '33', '是'],
  ])
  expect(await world.ask(desk, name, other)).toMatchObject({ problems: [], added: 1, changed: 1 })
  expect(written(world) === before).toBe(true)
})

test('a workbook is read like a table of text, its columns in any order, under a title and with units', async () => {
  const rows = [
    ['全要素网格户册'],
    ['门牌', '建筑面积（㎡）', '单元', '楼栋', '小区'],
    ['顶楼', 88.5, '1单元', '1号楼', '陶埙苑'],
  ]
  const content = Buffer.from(workbook(sheetXml(rows))).toString('base64')
  expect(await world.ask(desk, name, { fileName: '户册.xlsx', content })).toEqual({
    problems: [],
    count: 1,
    added: 1,
    changed: 0,
  })
})

test('names every cell that is wrong, in words', async () => {
  const wrong = await registerOf(world, ([heads, first, ...rest]) => [
    heads!,
    first!,
    ['陶埙苑', '1号楼', '1单元', '甲', '0', '否'],
    ['陶埙苑', '1号楼', '1单元', '乙', '-3', '否'],
    ['陶埙苑', '1号楼', '1单元', '', '八十', '也许'],
    ['无此苑', '1号楼', '1单元', '丙', '80', '否'],
    ['陶埙苑', '99号楼', '1单元', '丙', '80', '否'],
    ['陶埙苑', '1号楼', '99单元', '丙', '80', '否'],
    first!,
    ...rest,
  ])
  const { problems, added, changed } = await world.ask(desk, name, wrong)
  expect([added, changed]).toEqual([0, 0])
  expect(problems).toEqual([
    { cell: 'E3', sentence: '面积 0 不对，面积必须大于 0' },
    { cell: 'E4', sentence: '面积 -3 不对，面积必须大于 0' },
    { cell: 'D5', sentence: '门牌没有填' },
    { cell: 'E5', sentence: '面积“八十”不是数字' },
    { cell: 'F5', sentence: '“也许”看不懂，请写“是”或“否”' },
    { cell: 'A6', sentence: '没有“无此苑”这个小区' },
    { cell: 'B7', sentence: '陶埙苑没有“99号楼”这栋楼' },
    { cell: 'C8', sentence: '陶埙苑1号楼没有“99单元”这个单元' },
    { cell: 'D9', sentence: expect.stringContaining('和第 2 行重复了') as string },
  ])
  const headless = { fileName: 'x.csv', content: Buffer.from('甲,乙\n1,2').toString('base64') }
  expect((await world.ask(desk, name, headless)).problems[0]).toMatchObject({ cell: 'A1' })
})

test('what is no table is refused, and nobody but the desk looks', async () => {
  await expectRefused(world, 'SHEET_UNREADABLE', desk, name, { fileName: 'x', content: 'AAEC' })
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]).toString('base64')
  await expectRefused(world, 'SHEET_OLD_FORMAT', desk, name, { fileName: 'x.xls', content: old })
  await expectRefused(world, 'FORBIDDEN', 'worker-grid-6', name, await registerOf(world))
})
