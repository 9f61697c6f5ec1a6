import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listSupervised' satisfies CapabilityName
const desk = 'community-worker-1'
const owner = 'worker-grid-6'

const supervise = async (id: string, reason = '居民催了') =>
  world.ask(desk, 'issues.setSupervision', { id, on: true, reason })
const rows = async (persona: string) => (await world.ask(persona, name, {})).supervised

test('whose answer is due first stands first, with the reason and what was said last', async () => {
  const [early, late] = [await report(world), await report(world)]
  await supervise(late)
  world.clock.now += 3_600_000
  await supervise(early)
  world.clock.now += 3_600_000
  await stepOf(world, owner, { id: late, move: 'start' })
  await world.ask(owner, 'issues.addProgress', { id: late, text: '师傅明天到' })
  world.clock.now = Date.parse('2026-11-27T02:00:00.000Z')
  expect(await rows(desk)).toMatchObject([
    { issue: { id: early }, isLate: true, lastAnswer: null, reason: '居民催了' },
    { issue: { id: late }, isLate: false, lastAnswer: { title: '进展', text: '师傅明天到' } },
  ])
})

test('a result that waits for a check owes no answer, and what has ended is gone', async () => {
  const id = await report(world)
  await supervise(id)
  await stepOf(world, owner, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  world.clock.now += 20 * 86_400_000
  expect(await rows(desk)).toMatchObject([{ issue: { id }, isLate: false }])
  await stepOf(world, desk, { id, move: 'confirm' })
  expect(await rows(desk)).toEqual([])
})

test('a branch secretary sees their branch, private matters only the community workers', async () => {
  const here = await report(world)
  const there = await report(world, 'resident-grid-1', { place: { buildingId: 'building-3-1' } })
  const hidden = await report(world, 'resident-grid-6', { classCode: 'dispute' })
  for (const id of [here, there, hidden]) await supervise(id)
  const idsOf = async (persona: string) => (await rows(persona)).map(({ issue }) => issue.id).sort()
  expect(await idsOf('branch-secretary-2')).toEqual([here])
  expect(await idsOf('branch-secretary-1')).toEqual([there])
  expect(await idsOf('administrator-1')).toEqual([here, there].sort())
  expect(await idsOf('community-worker-2')).toEqual([here, there, hidden].sort())
  expect(await idsOf('b-community-worker-1')).toEqual([])
})

test('page after page, each row once, in three requests', async () => {
  const id = await report(world)
  await supervise(id)
  const like = issueOf(world, id)
  insertIssues(
    world,
    like,
    Array.from({ length: 44 }, (_, at) => ({
      _id: `issue-like-${at}`,
      supervision: { ...like.supervision!, answerBy: new Date(world.clock.now + (at % 7) * 3_600_000).toISOString() },
    })),
  )
  const found = await allPages(async (cursor) => {
    world.countRequests()
    const { supervised, next } = await world.ask(desk, name, { cursor })
    expect(world.countRequests()).toBeLessThanOrEqual(3)
    return { rows: supervised, next }
  })
  expect(new Set(found.map(({ issue }) => issue.id)).size).toBe(45)
  expect(found.map(({ answerBy }) => answerBy)).toEqual(found.map(({ answerBy }) => answerBy).sort())
})

test('nobody else has this list', async () => {
  for (const persona of [owner, 'group-leader-4', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, {})
})
