import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listOverdue' satisfies CapabilityName
const desk = 'community-worker-1'
const elsewhere = { place: { buildingId: 'building-3-1' } }
const threeDaysOn = () => {
  world.clock.now = Date.parse('2026-11-30T02:00:00.000Z')
}

test('what is past its limit and still to be done, grid by grid, the longest first', async () => {
  const slow = await report(world)
  const quick = await report(world, 'resident-grid-6', { classCode: 'litter' })
  const there = await report(world, 'resident-grid-1', elsewhere)
  const done = await report(world)
  await stepOf(world, 'worker-grid-6', { id: done, move: 'submit', result: 'resolved', sentence: '已清理' })
  const still = await report(world)
  await stepOf(world, desk, { id: still, move: 'return', reason: '请补充' })
  const later = await report(world, 'resident-grid-6', { classCode: 'greenery' })
  expect((await world.ask(desk, name, {})).issues).toEqual([])
  threeDaysOn()
  const all = await world.ask(desk, name, {})
  expect(all.grids).toEqual([
    { gridId: 'grid-6', name: '第六网格', count: 2 },
    { gridId: 'grid-1', name: '第一网格', count: 1 },
  ])
  expect(all.issues.map(({ id }) => id)).toEqual([quick, ...[slow, there].sort()])
  expect(all.issues.map(({ id }) => id)).not.toContain(later)
  expect((await world.ask(desk, name, { gridId: 'grid-6' })).issues.map(({ id }) => id)).toEqual([quick, slow])
})

test('a branch secretary sees their branch; what is private stays with the community workers', async () => {
  const here = await report(world)
  await report(world, 'resident-grid-1', elsewhere)
  await report(world, 'resident-grid-6', { classCode: 'dispute' })
  threeDaysOn()
  const { issues, grids } = await world.ask('branch-secretary-2', name, {})
  expect([issues.map(({ id }) => id), grids.map(({ count }) => count)]).toEqual([[here], [1]])
  expect((await world.ask('administrator-1', name, {})).issues).toHaveLength(2)
  expect((await world.ask(desk, name, {})).issues).toHaveLength(3)
  expect((await world.ask('b-community-worker-1', name, {})).issues).toEqual([])
})

test('page after page, each row once, in three requests', async () => {
  const like = issueOf(world, await report(world))
  insertIssues(
    world,
    like,
    Array.from({ length: 44 }, (_, at) => ({ _id: `issue-like-${at}` })),
  )
  threeDaysOn()
  await world.ask(desk, 'organization.listGrids', {})
  const found = await allPages(async (cursor) => {
    world.countRequests()
    const { issues, next } = await world.ask(desk, name, { cursor })
    expect(world.countRequests()).toBeLessThanOrEqual(3)
    return { rows: issues.map(({ id }) => id), next }
  })
  expect(new Set(found).size).toBe(45)
})

test('nobody else has this list', async () => {
  for (const persona of ['worker-grid-6', 'group-leader-4', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, {})
})
