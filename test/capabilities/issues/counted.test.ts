import { countedMax } from '@/shared/kernel/counted'
import { insertIssues, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const desk = 'community-worker-1'
const days = { from: '2026-11-20', to: '2026-11-26' }

/** So many issues in all, past their limit by the time they are counted. */
const overdue = async (count: number): Promise<void> => {
  const like = issueOf(world, await report(world))
  insertIssues(
    world,
    like,
    Array.from({ length: count - 1 }, (_, at) => ({ _id: `issue-like-${at}`, gridId: at % 4 ? 'grid-6' : 'grid-1' })),
  )
  world.clock.now = Date.parse('2026-12-20T02:00:00.000Z')
}
const totalOf = async (filter: object) => {
  const { total, isTotalMore } = await world.ask(desk, 'issues.listDesk', { filter })
  return { total, isTotalMore }
}
const partOf = async (wanted: string) =>
  (await world.ask(desk, 'issues.countDesk', {})).parts.find(({ part }) => part === wanted)

test('a thousand are counted to the last', async () => {
  await overdue(countedMax)
  expect(await totalOf(days)).toEqual({ total: countedMax, isTotalMore: false })
  expect(await totalOf({ part: 'overdue' })).toEqual({ total: countedMax, isTotalMore: false })
  expect(await partOf('overdue')).toEqual({ part: 'overdue', count: countedMax, isMore: false })
  expect(await world.ask(desk, 'issues.countDesk', {})).toMatchObject({ open: countedMax, isOpenMore: false })
  const { grids, isMore } = await world.ask(desk, 'issues.listOverdue', {})
  expect([grids.map(({ count }) => count), isMore]).toEqual([[750, 250], false])
})

test('of one more it is said that there are more, everywhere; an export has every one of them', async () => {
  await overdue(countedMax + 1)
  expect(await totalOf(days)).toEqual({ total: countedMax, isTotalMore: true })
  expect(await totalOf({ part: 'overdue' })).toEqual({ total: countedMax, isTotalMore: true })
  expect(await partOf('overdue')).toEqual({ part: 'overdue', count: countedMax, isMore: true })
  expect(await world.ask(desk, 'issues.countDesk', {})).toMatchObject({ open: countedMax, isOpenMore: true })
  expect(await world.ask(desk, 'issues.listOverdue', {})).toMatchObject({ isMore: true })
  const exported = await world.ask(desk, 'issues.exportIssues', { filter: days, format: 'csv' })
  expect(exported.total).toBe(countedMax + 1)
})

test('what is narrowed is counted by itself, and a later page does not count', async () => {
  await overdue(countedMax + 500)
  expect(await totalOf({ ...days, gridId: 'grid-1' })).toEqual({ total: 375, isTotalMore: false })
  const { next } = await world.ask(desk, 'issues.listDesk', { filter: days })
  expect(await world.ask(desk, 'issues.listDesk', { filter: days, cursor: next })).toMatchObject({
    total: null,
    isTotalMore: false,
  })
})

test('the longest late are those that are counted by grid', async () => {
  await overdue(countedMax)
  const like = issueOf(world, 'issue-like-0')
  const dueAt = '2026-12-01T02:00:00.000Z'
  const later = { ...like, gridId: 'grid-3', clock: { ...like.clock, dueAt } }
  insertIssues(
    world,
    later,
    Array.from({ length: 5 }, (_, at) => ({ _id: `issue-later-${at}` })),
  )
  const { grids, isMore } = await world.ask(desk, 'issues.listOverdue', {})
  expect(isMore).toBe(true)
  expect(grids.map(({ gridId, count }) => [gridId, count])).toEqual([
    ['grid-6', 750],
    ['grid-1', 250],
    ['grid-3', 1],
  ])
})

test('what waits for a check is counted without those the reader fixed', async () => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  const like = issueOf(world, id)
  insertIssues(world, like, [{ _id: 'issue-mine', fixerId: desk }])
  expect(await partOf('verify')).toEqual({ part: 'verify', count: 1, isMore: false })
})
