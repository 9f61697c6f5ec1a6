import type { CapabilityName } from '@/shared/contracts'
import { expectNothingWritten, expectRefused, useWorld } from '../world'
import { csvOf, rows2027, tableOf } from './files'

const world = useWorld()
const name = 'settings.checkCalendar' satisfies CapabilityName
const desk = 'community-worker-1'
expectNothingWritten(world)

test('says what would come, go and change, and writes nothing', async () => {
  const found = await world.ask(desk, name, tableOf(rows2027))
  expect([found.problems, found.added.length, found.removed, found.changed]).toEqual([[], 3, [], []])
  const thisYear = await world.ask(desk, name, csvOf([['2026-01-01', '放假', '新年']], 2026))
  expect([thisYear.added.length, thisYear.removed.length, thisYear.changed]).toEqual([
    0,
    38,
    [{ day: '2026-01-01', kind: 'off', name: '新年' }],
  ])
})

test('every wrong cell is answered by its address', async () => {
  const rows = [
    ['2027-02-30', '放假', '春节'],
    ['2027-01-01', '放', '元旦'],
  ]
  const found = await world.ask(desk, name, csvOf(rows))
  expect(found.problems.map(({ cell }) => cell)).toEqual(['A2', 'B3'])
  expect(found.added).toEqual([])
})

test.each([
  ['SHEET_UNREADABLE', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
  ['SHEET_OLD_FORMAT', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['SHEET_TOO_LONG', Buffer.from('a,b\n'.repeat(3000))],
])('%s', async (code, bytes) => {
  const content = bytes.toString('base64')
  await expectRefused(world, code, desk, name, { year: 2027, fileName: '表.xlsx', content })
})

test('a file of more than a megabyte is refused before it is read, and one byte over as well', async () => {
  const file = (bytes: number) => ({
    year: 2027,
    fileName: '表.csv',
    content: Buffer.alloc(bytes, 65).toString('base64'),
  })
  await expectRefused(world, 'INVALID_INPUT', desk, name, file(1_400_000))
  await expectRefused(world, 'SHEET_TOO_LARGE', desk, name, file(1_048_577))
})

test('CALENDAR_YEAR_CLOSED for the past and the far future; FORBIDDEN to all but the desk', async () => {
  for (const year of [2025, 2028])
    await expectRefused(world, 'CALENDAR_YEAR_CLOSED', desk, name, tableOf(rows2027, year))
  await expectRefused(world, 'FORBIDDEN', 'worker-grid-6', name, tableOf(rows2027))
})
