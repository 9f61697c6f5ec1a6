import { toInstant } from '@/shared/kernel/time'
import { allPages, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listDesk'
const desk = 'community-worker-1'
const week = { from: '2026-11-20', to: '2026-11-26' }

const idsOf = async (filter: object, persona = desk) => {
  const { issues, total } = await world.ask(persona, name, { filter: { ...week, ...filter } })
  expect(issues).toHaveLength(total!)
  return issues.map(({ id }) => id)
}

test('the book of some days, the newest first, by grid, group and state', async () => {
  const smell = await report(world)
  world.clock.now += 60_000
  const lamp = await report(world, 'resident-grid-6', { classCode: 'powerLight' })
  world.clock.now += 60_000
  const there = await report(world, 'resident-grid-1', { place: { buildingId: 'building-3-1' } })
  await stepOf(world, 'worker-grid-6', { id: smell, move: 'start' })
  expect(await idsOf({})).toEqual([there, lamp, smell])
  expect(await idsOf({ gridId: 'grid-6' })).toEqual([lamp, smell])
  expect(await idsOf({ gridId: null })).toEqual([])
  expect(await idsOf({ group: 'clean' })).toEqual([there, smell])
  expect(await idsOf({ group: 'people' })).toEqual([])
  expect(await idsOf({ state: 'handling' })).toEqual([smell])
  expect(await idsOf({ group: 'clean', gridId: 'grid-6', state: 'handling' })).toEqual([smell])
})

test('a day begins and ends with the community’s midnight', async () => {
  const like = issueOf(world, await report(world))
  const at = (instant: string) => ({ _id: `issue-${instant.slice(5, 13)}`, createdAt: toInstant(Date.parse(instant)) })
  insertIssues(world, like, [
    at('2026-11-09T23:59:59.999+08:00'),
    at('2026-11-10T00:00:00.000+08:00'),
    at('2026-11-11T23:59:59.999+08:00'),
    at('2026-11-12T00:00:00.000+08:00'),
  ])
  expect(await idsOf({ from: '2026-11-10', to: '2026-11-11' })).toEqual(['issue-11-11T23', 'issue-11-10T00'])
})

test('page after page, each row once, in three requests', async () => {
  const like = issueOf(world, await report(world))
  insertIssues(
    world,
    like,
    Array.from({ length: 44 }, (_, at) => ({ _id: `issue-like-${at}`, isPublic: at % 2 === 0 })),
  )
  const totals: (number | null)[] = []
  const found = await allPages(async (cursor) => {
    world.countRequests()
    const { issues, next, total } = await world.ask(desk, name, { filter: week, cursor })
    expect(world.countRequests()).toBeLessThanOrEqual(3)
    totals.push(total)
    return { rows: issues.map(({ id }) => id), next }
  })
  expect(new Set(found).size).toBe(45)
  expect(totals).toEqual([45, null, null])
})

test.each([
  [{}, 'from'],
  [{ from: '2026-11-20' }, 'from'],
  [{ from: '2026-11-20', to: '2026-11-19' }, 'to'],
  [{ from: '2025-11-20', to: '2026-11-26' }, 'to'],
  [{ part: 'verify', state: 'handling' }, 'part'],
  [{ part: 'everything' }, 'part'],
  [{ ...week, group: 'all' }, 'group'],
])('%j is refused, with the sentence at its field', async (filter, field) => {
  const { fields } = await expectRefused(world, 'INVALID_INPUT', desk, name, { filter })
  expect(Object.keys(fields ?? {})).toEqual([`filter.${field}`])
})

test('a branch secretary sees their branch; nobody else has a desk, and a part that is not theirs is refused', async () => {
  const here = await report(world)
  await report(world, 'resident-grid-1', { place: { buildingId: 'building-3-1' } })
  await report(world, 'resident-grid-6', { classCode: 'dispute' })
  expect(await idsOf({}, 'branch-secretary-2')).toEqual([here])
  expect(await idsOf({ group: 'people' }, 'branch-secretary-2')).toEqual([])
  expect(await idsOf({}, 'b-community-worker-1')).toEqual([])
  for (const persona of ['worker-grid-6', 'group-leader-4', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { filter: week })
  await expectRefused(world, 'FORBIDDEN', 'administrator-1', name, { filter: { part: 'unchecked' } })
})
