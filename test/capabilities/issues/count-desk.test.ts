import { findClusters } from '@cloud/jobs/find-clusters'
import { deskParts, type DeskPart } from '@/shared/kernel/desk-parts'
import { allPages, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'
import { exportedRows } from './exported'

const world = useWorld()
const desk = 'community-worker-1'
const owner = 'worker-grid-6'

const countsOf = async (persona: string): Promise<Partial<Record<DeskPart, number>>> =>
  Object.fromEntries(
    (await world.ask(persona, 'issues.countDesk', {})).parts
      .filter(({ count }) => count > 0)
      .map(({ part, count }) => [part, count]),
  )

/** One or more of everything that waits at the desk. */
const busyDay = async () => {
  const appealed = await report(world)
  await stepOf(world, desk, { id: appealed, move: 'decline', reason: '不在职责内', turnTo: '市政' })
  await stepOf(world, 'resident-grid-6', { id: appealed, move: 'appeal', reason: '请再看' })
  const passed = await report(world)
  await stepOf(world, owner, { id: passed, move: 'passOn', personId: 'worker-grid-7', reason: '转交' })
  await stepOf(world, 'worker-grid-7', { id: passed, move: 'passOn', personId: 'worker-grid-5', reason: '转交' })
  const asked = await report(world)
  const until = new Date(Date.parse(issueOf(world, asked).clock.dueAt) + 3_600_000).toISOString()
  await world.ask(owner, 'issues.askExtension', { id: asked, reason: '等配件', until })
  for (const _ of [1, 2]) {
    const id = await report(world)
    await stepOf(world, owner, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  }
  const watched = await report(world)
  await world.ask(desk, 'issues.setSupervision', { id: watched, on: true, reason: '反映多次' })
  const bounced = await report(world)
  const held = await report(world)
  insertIssues(world, issueOf(world, bounced), [
    { _id: 'issue-bounced', bounces: 2, decisionDueAt: '2026-11-25T06:00:00.000Z' },
  ])
  const review = [{ subject: 'text' as const, verdict: 'review' as const, label: '' }]
  const like = issueOf(world, held)
  insertIssues(world, like, [
    { _id: 'issue-held', contentCheck: { ...like.contentCheck!, held: review }, isToReview: true },
  ])
}

test('each kind of decision is counted where it waits, and nowhere else', async () => {
  expect(await countsOf(desk)).toEqual({})
  await busyDay()
  expect(await countsOf(desk)).toEqual({
    undispatched: 1,
    undecided: 1,
    sentBack: 1,
    extension: 1,
    verify: 2,
    unchecked: 1,
    supervised: 1,
  })
  world.clock.now = Date.parse('2026-12-20T02:00:00.000Z')
  expect((await countsOf(desk)).overdue).toBe(8)
})

test('the total of the screen is the total of the list, row for row, and of the export', async () => {
  await busyDay()
  await report(world, 'resident-grid-6', { classCode: 'dispute' })
  await report(world, 'resident-grid-6', { classCode: 'complaint', aboutPersonId: desk })
  world.clock.now = Date.parse('2026-12-20T02:00:00.000Z')
  const seen: DeskPart[] = []
  for (const persona of [desk, 'community-worker-2', 'administrator-1', 'branch-secretary-2'])
    for (const { part, count } of (await world.ask(persona, 'issues.countDesk', {})).parts) {
      const { total } = await world.ask(persona, 'issues.listDesk', { filter: { part } })
      const rows = await allPages(async (cursor) => {
        const { issues, next } = await world.ask(persona, 'issues.listDesk', { filter: { part }, cursor })
        return { rows: issues, next }
      })
      expect([persona, part, total, rows.length]).toEqual([persona, part, count, count])
      if (count === 0) continue
      seen.push(part)
      const exported = await exportedRows(world, persona, { part })
      expect(exported.map(([code]) => code)).toEqual(rows.map(({ code }) => code))
    }
  expect([...new Set(seen)].sort()).toEqual([...deskParts].sort())
})

test('overdue and supervised count what their own pages list', async () => {
  await busyDay()
  world.clock.now = Date.parse('2026-12-20T02:00:00.000Z')
  const counts = await countsOf(desk)
  const { grids } = await world.ask(desk, 'issues.listOverdue', {})
  expect(grids.reduce((sum, { count }) => sum + count, 0)).toBe(counts.overdue)
  expect((await world.ask(desk, 'issues.listSupervised', {})).supervised).toHaveLength(counts.supervised!)
})

test('a complaint about the reader is in none of their counts; private classes only in those of community workers', async () => {
  await report(world, 'resident-grid-6', { classCode: 'complaint', aboutPersonId: desk })
  await report(world, 'resident-grid-6', { classCode: 'dispute' })
  const open = async (persona: string) => (await world.ask(persona, 'issues.countDesk', {})).open
  expect([await open(desk), await open('community-worker-2'), await open('administrator-1')]).toEqual([1, 2, 0])
  const parts = async (persona: string) =>
    (await world.ask(persona, 'issues.countDesk', {})).parts.map(({ part }) => part)
  expect(await parts('administrator-1')).toEqual(deskParts.filter((part) => part !== 'unchecked'))
  expect(await open('b-community-worker-1')).toBe(0)
})

test('likely clusters are counted for whoever merges, one less when one is dismissed, and are nobody else’s', async () => {
  const clusters = async (persona: string) => (await world.ask(persona, 'issues.countDesk', {})).clusters
  expect(await clusters(desk)).toBe(0)
  for (let at = 0; at < 5; at++) await report(world)
  await findClusters({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
  const listed = await world.ask(desk, 'issues.listClusters', {})
  expect([await clusters(desk), listed.clusters.length]).toEqual([1, 1])
  expect(await clusters('administrator-1')).toBeNull()
  expect(await clusters('b-community-worker-1')).toBe(0)
  await world.ask(desk, 'issues.dismissCluster', { id: listed.clusters[0]!.id, reason: '不是一回事' })
  expect(await clusters(desk)).toBe(0)
})

test('as many requests with 2,000 issues as with one', async () => {
  const like = issueOf(world, await report(world))
  const spent = async () => {
    world.countRequests()
    await world.ask(desk, 'issues.countDesk', {})
    return world.countRequests()
  }
  const before = await spent()
  insertIssues(
    world,
    like,
    Array.from({ length: 2000 }, (_, at) => ({ _id: `issue-like-${at}` })),
  )
  expect(await spent()).toBe(before)
  // Who asks, what is open, the clusters, and a count for every part.
  expect(before).toBeLessThanOrEqual(deskParts.length + 3)
})

test('nobody else has a desk', async () => {
  for (const persona of [owner, 'group-leader-4', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, 'issues.countDesk', {})
})
