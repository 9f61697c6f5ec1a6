import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, issueOf, report, useWorld } from '../world'
import { csvOf, rows2027, tableOf } from './files'

const world = useWorld()
const name = 'settings.importCalendar' satisfies CapabilityName
const desk = 'community-worker-1'
/** Longer than a warm instance keeps the map of a community. */
const aMinuteOn = () => {
  world.clock.now += 61_000
}

test('a year is replaced whole, and the same table again writes nothing', async () => {
  expect(await world.ask(desk, name, tableOf(rows2027))).toMatchObject({ year: 2027, count: 3, isChanged: true })
  const before = JSON.stringify(world.documents('calendarYears'))
  aMinuteOn()
  expect(await world.ask('administrator-1', name, tableOf(rows2027))).toMatchObject({
    isChanged: false,
    setAt: '2026-11-25T01:00:00.000Z',
  })
  expect(JSON.stringify(world.documents('calendarYears'))).toBe(before)
  await world.ask(desk, name, csvOf([['2027-01-01', '放假', '元旦']]))
  expect(world.documents('calendarYears')).toMatchObject([{ _id: 'xinsheng:2027', days: [{ day: '2027-01-01' }] }])
})

test('sent twice is imported once', async () => {
  await expectOnce(world, desk, name, tableOf(rows2027), tableOf(rows2027.slice(1)))
})

test('with one wrong cell nothing is imported, and the cell is named', async () => {
  await world.ask(desk, name, tableOf(rows2027))
  const wrong = tableOf([...rows2027, ['2027-03-01', '开工', '']])
  const { fields } = await expectRefused(world, 'CALENDAR_ROWS_WRONG', desk, name, wrong)
  expect(fields).toEqual({ B5: '类型“开工”不对，请写“放假”或“上班”' })
})

test('limits count by it from the next minute on; limits that were told stay', async () => {
  const early = await report(world)
  const told = issueOf(world, early).clock.dueAt
  expect(told).toBe('2026-11-27T01:00:00.000Z')
  const rows = [
    ['2026-11-26', '放假', '社区日'],
    ['2026-11-28', '上班', '调休'],
  ]
  await world.ask(desk, name, csvOf(rows, 2026))
  aMinuteOn()
  const { clock } = issueOf(world, await report(world))
  expect(clock.dueAt).toBe('2026-11-28T01:01:01.000Z')
  expect(issueOf(world, early).clock.dueAt).toBe(told)
  const { days } = await world.ask(desk, 'organization.listRoster', { from: '2026-11-26', to: '2026-11-28' })
  expect(days.map(({ isWorkingDay, holidayName }) => [isWorkingDay, holidayName])).toEqual([
    [false, '社区日'],
    [true, null],
    [true, null],
  ])
})

test('a neighbour community keeps its own', async () => {
  await world.ask('b-community-worker-1', name, tableOf(rows2027))
  expect(world.documents('calendarYears').map(({ _id }) => _id)).toEqual(['b-lanqiao:2027'])
  expect(await world.ask(desk, 'settings.getCalendar', { year: 2027 })).toMatchObject({ source: 'missing' })
})

test('two who import at once leave one table, whole', async () => {
  await Promise.all([
    world.ask(desk, name, tableOf(rows2027)),
    world.ask('administrator-1', name, tableOf(rows2027.slice(0, 1))),
  ])
  const [year] = world.documents('calendarYears')
  expect([1, 3]).toContain(year!.days.length)
})

test('CALENDAR_YEAR_CLOSED for years gone by; FORBIDDEN to all but the desk', async () => {
  await expectRefused(world, 'CALENDAR_YEAR_CLOSED', desk, name, tableOf(rows2027, 2025))
  for (const persona of ['worker-grid-6', 'group-leader-4', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, tableOf(rows2027))
})
