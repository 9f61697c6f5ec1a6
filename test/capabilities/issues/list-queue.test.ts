import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { dayMs } from '@/shared/kernel/time'
import { allPages, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listQueue' satisfies CapabilityName

type View = NonNullable<InputOf<ContractOf<typeof name>>['view']>
const queue = async (persona: string, view: View, cursor?: string) => {
  const { issues, next } = await world.ask(persona, name, { view, cursor })
  return { rows: issues.map(({ id }) => id), next }
}
const idsIn = async (persona: string, view: View): Promise<string[]> => (await queue(persona, view)).rows

test('mine: what a worker owns and has not finished, the most pressing first', async () => {
  const slow = await report(world)
  const quick = await report(world, 'resident-grid-6', { classCode: 'litter' })
  const done = await report(world)
  await stepOf(world, 'resident-grid-6', { id: done, move: 'withdraw' })
  expect(await idsIn('worker-grid-6', 'mine')).toEqual([quick, slow])
  expect(await idsIn('worker-grid-7', 'mine')).toEqual([])
})

test('grid: everything open there for its worker and its party group, whoever owns it', async () => {
  const here = await report(world)
  const lift = await report(world, 'resident-grid-6', { classCode: 'lift' })
  const elsewhere = await report(world, 'resident-grid-1', { place: { buildingId: 'building-3-1' } })
  expect((await idsIn('worker-grid-6', 'grid')).sort()).toEqual([here, lift].sort())
  expect((await idsIn('group-leader-4', 'grid')).sort()).toEqual([here, lift].sort())
  expect(await idsIn('worker-grid-1', 'grid')).toEqual([elsewhere])
  expect(await idsIn('worker-grid-5', 'grid')).toEqual([])
})

test('what is private is on no queue of the grid', async () => {
  const id = await report(world, 'resident-grid-6', { classCode: 'dispute' })
  for (const persona of ['worker-grid-6', 'group-leader-4']) expect(await idsIn(persona, 'grid')).toEqual([])
  expect(await idsIn('branch-secretary-2', 'grid')).toEqual([])
  expect(await idsIn('administrator-1', 'community')).toEqual([])
  expect(await idsIn('community-worker-2', 'community')).toEqual([id])
})

test('a branch secretary sees the grids of their branch and no others, and is no desk', async () => {
  const here = await report(world)
  const elsewhere = await report(world, 'resident-grid-1', { place: { buildingId: 'building-3-1' } })
  expect(await idsIn('branch-secretary-2', 'grid')).toEqual([here])
  expect(await idsIn('branch-secretary-1', 'grid')).toEqual([elsewhere])
  await expectRefused(world, 'FORBIDDEN', 'branch-secretary-1', name, { view: 'community' })
  await expectRefused(world, 'NOT_FOUND', 'branch-secretary-1', 'issues.getIssue', { id: here })
})

test('25 disputes, more pressing than anything else, leave no page of the administrator’s empty', async () => {
  const id = await report(world)
  const like = issueOf(world, id)
  const clock = { ...like.clock, dueAt: '2026-11-25T02:00:00.000Z' }
  insertIssues(
    world,
    like,
    Array.from({ length: 25 }, (_, at) => ({ _id: `issue-dispute-${at}`, classCode: 'dispute', clock })),
  )
  expect(await queue('administrator-1', 'community')).toEqual({ rows: [id], next: undefined })
  expect((await queue('community-worker-1', 'community')).rows).toHaveLength(20)
  expect(await idsIn('worker-grid-6', 'mine')).toHaveLength(20)
})

test('verify: results that wait for a check the caller may do, never their own', async () => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  expect(await idsIn('group-leader-4', 'verify')).toEqual([id])
  expect(await idsIn('community-worker-1', 'verify')).toEqual([id])
  expect(await idsIn('worker-grid-6', 'verify')).toEqual([])
  const own = await report(world, 'resident-grid-6', { classCode: 'policy' })
  const owner = issueOf(world, own).owner.personId
  await stepOf(world, owner, { id: own, move: 'submit', result: 'resolved', sentence: '已答复' })
  expect(await idsIn(owner, 'verify')).toEqual([id])
})

test('a verifier is shown only what they may decide, and until when the reporter comes first', async () => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  for (const isFirst of [true, false]) {
    for (const persona of ['group-leader-4', 'community-worker-2']) {
      const { issues } = await world.ask(persona, name, { view: 'verify' })
      expect(issues.map(({ reporterUntil }) => reporterUntil !== null)).toEqual([isFirst])
      const moves = (await world.ask(persona, 'issues.getIssue', { id })).moves.map(({ move }) => move)
      expect(moves).toContain('reject')
      expect(moves.includes('confirm')).toBe(!isFirst)
    }
    world.clock.now += 7 * dayMs
  }
})

test('community: the whole community for its desk, and only its own', async () => {
  const ours = await report(world)
  const theirs = await report(world, 'b-resident-1', { place: { words: '蓝桥' } })
  expect(await idsIn('community-worker-1', 'community')).toEqual([ours])
  expect(await idsIn('b-community-worker-1', 'community')).toEqual([theirs])
  for (const view of ['mine', 'verify', 'grid', 'community'] as const)
    for (const persona of ['community-worker-1', 'worker-grid-6', 'group-leader-1'])
      if ((await world.refusalOf(persona, name, { view })) === 'ok')
        expect(await idsIn(persona, view)).not.toContain(theirs)
})

test('FORBIDDEN: a view is for those whose work it is', async () => {
  for (const persona of ['resident-grid-6', 'newcomer-1', 'hub-1', 'volunteer-1', 'clerk-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { view: 'mine' })
  for (const persona of ['worker-grid-6', 'property-manager-1', 'officer-labour', 'area-police-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { view: 'community' })
  for (const persona of ['property-manager-1', 'officer-labour', 'area-police-1', 'building-head-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { view: 'grid' })
  await expectRefused(world, 'UNAUTHENTICATED', null, name, {})
})

test('45 issues due at one moment are read page by page, none lost or doubled while new ones arrive', async () => {
  const id = await report(world)
  const like = issueOf(world, id)
  const more = Array.from({ length: 44 }, (_, at) => ({ _id: `issue-like-${at}` }))
  insertIssues(world, like, more)
  const earlier = { ...like.clock, dueAt: '2026-11-25T02:00:00.000Z' }
  for (const view of ['mine', 'grid'] as const) {
    const rows = await allPages(
      (cursor) => queue('worker-grid-6', view, cursor),
      (page) => insertIssues(world, like, [{ _id: `issue-new-${view}-${page}`, clock: earlier }]),
    )
    expect(rows.filter((row) => !row.startsWith('issue-new')).sort()).toEqual(
      [id, ...more.map(({ _id }) => _id)].sort(),
    )
    expect(new Set(rows).size).toBe(rows.length)
  }
})
