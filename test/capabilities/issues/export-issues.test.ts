import { exportHeads } from '@/shared/domain/issues/export-columns'
import { atOnceMax, exportedMax } from '@/shared/domain/issues/export-record'
import { expectOnce, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'
import { bytesOf, exportedRows, linesOf, sheetOf } from './exported'

const world = useWorld()
const name = 'issues.exportIssues'
const desk = 'community-worker-1'
const filter = { from: '2026-11-20', to: '2026-11-26' }

test('a CSV that Excel opens as it is, with who is in charge and nothing of who reported it', async () => {
  const reporter = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  const id = await report(world, reporter._id, {
    place: { householdId: reporter.householdId!, words: '找我手机13900001111' },
    text: '=HYPERLINK("http://x") 我是王大爷',
  })
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await stepOf(world, reporter._id, { id, move: 'confirm' })
  await world.ask(reporter._id, 'issues.rateIssue', { id, stars: 4, text: '好' })
  expect(await world.ask(desk, name, { filter, format: 'csv' })).toMatchObject({
    state: 'ready',
    total: 1,
    name: '事项台账-2026-11-20至2026-11-26.csv',
  })
  const bytes = await bytesOf(world, desk)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const { code, owner, place } = issueOf(world, id)
  expect(linesOf(bytes)).toEqual([
    [...exportHeads],
    [
      code,
      '异味、蚊虫、污水',
      place.label,
      '第六网格',
      '已办结',
      '已解决',
      '专职网格员',
      owner.name,
      '2026-11-25 09:00',
      '2026-11-27 09:00',
      '2026-11-25 09:00',
      '4',
    ],
  ])
  const text = bytes.toString('utf8')
  for (const secret of [reporter.name, reporter.phone!, place.door!, '13900001111', '王大爷', 'HYPERLINK'])
    expect(text).not.toContain(secret)
})

test('a workbook with the same rows, every cell text', async () => {
  await report(world)
  await report(world, 'resident-grid-1', { place: { buildingId: 'building-3-1' } })
  const csv = await exportedRows(world, desk, filter)
  world.clock.now += 1000
  await world.ask(desk, name, { filter, format: 'xlsx' })
  const [heads, ...rows] = await sheetOf(await bytesOf(world, desk))
  expect(heads).toEqual([...exportHeads])
  expect(rows.map((row) => row.map((cell) => cell ?? ''))).toEqual(csv.map((row) => row.slice(0, rows[0]!.length)))
})

test('where a private matter happened is left out', async () => {
  await report(world, 'resident-grid-6', { classCode: 'dispute' })
  const [[, className, place, grid] = []] = await exportedRows(world, desk, filter)
  expect([className, place, grid]).toEqual([expect.stringContaining('矛盾'), '', '第六网格'])
})

test('a name that begins like a formula is only text, in both', async () => {
  const like = issueOf(world, await report(world))
  insertIssues(world, like, [{ _id: 'issue-formula', owner: { ...like.owner, name: '=1+1' }, code: '@SUM' }])
  const rows = await exportedRows(world, desk, filter)
  expect(rows.flat()).toEqual(expect.arrayContaining(["'=1+1", "'@SUM"]))
  world.clock.now += 1000
  await world.ask(desk, name, { filter, format: 'xlsx' })
  expect((await sheetOf(await bytesOf(world, desk))).flat()).toEqual(expect.arrayContaining(["'=1+1", "'@SUM"]))
})

test('asked twice it is written once', async () => {
  await report(world)
  const other = { filter: { part: 'verify' as const }, format: 'csv' as const }
  await expectOnce(world, desk, name, { filter, format: 'csv' }, other)
  expect(world.documents('exports')).toHaveLength(1)
})

test('nothing to export is said, and no file is made', async () => {
  await expectRefused(world, 'EXPORT_EMPTY', desk, name, { filter, format: 'csv' })
})

test('what is long waits for the job; what is too long is refused', async () => {
  const like = issueOf(world, await report(world))
  const add = (from: number, to: number) =>
    insertIssues(
      world,
      { ...like, timeline: like.timeline.slice(0, 1) },
      Array.from({ length: to - from }, (_, at) => ({ _id: `issue-like-${from + at}` })),
    )
  add(0, atOnceMax)
  expect(await world.ask(desk, name, { filter, format: 'csv' })).toMatchObject({
    state: 'waiting',
    total: atOnceMax + 1,
  })
  add(atOnceMax, exportedMax)
  await expectRefused(world, 'EXPORT_TOO_MANY', desk, name, { filter, format: 'csv' })
})

test('a format that does not exist, and everybody without a desk, are refused', async () => {
  await report(world)
  await expectRefused(world, 'INVALID_INPUT', desk, name, { filter, format: 'pdf' })
  for (const persona of ['worker-grid-6', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { filter, format: 'csv' })
})
