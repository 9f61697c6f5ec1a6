import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'
import { deliver, publicReport } from './follow'

const world = useWorld()
const name = 'issues.leaveIssue'
const neighbour = 'resident-grid-7'
const desk = 'community-worker-1'
const owner = 'worker-grid-6'

test('joining is taken back: not counted, not told, not in the list; and twice is once', async () => {
  const id = await publicReport(world)
  const other = await publicReport(world)
  await world.ask(neighbour, 'issues.joinIssue', { id })
  expect(await expectOnce(world, neighbour, name, { id }, { id: other })).toEqual({ id, joinedCount: 0 })
  expect(await world.ask(neighbour, name, { id })).toEqual({ id, joinedCount: 0 })
  expect(await world.ask(neighbour, 'issues.listMyIssues', {})).toMatchObject({ issues: [] })
  await stepOf(world, owner, { id, move: 'start' })
  expect(await deliver(world)).toEqual({ done: 0 })
  await expectRefused(world, 'NOT_FOUND', neighbour, 'issues.getIssue', { id })
  expect(await world.ask(neighbour, 'issues.joinIssue', { id })).toMatchObject({ joinedCount: 1 })
})

test('whoever joined what was merged follows on; leaving holds, also when the merge is undone', async () => {
  const parent = await report(world)
  const child = await publicReport(world)
  await world.ask(neighbour, 'issues.joinIssue', { id: child })
  await stepOf(world, desk, { id: child, move: 'merge', parentId: parent })
  await deliver(world)
  await stepOf(world, owner, { id: parent, move: 'start' })
  expect((await deliver(world)).done).toBe(1)
  expect(await world.ask(neighbour, 'issues.getIssue', { id: parent })).toMatchObject({ hasJoined: true })
  expect(issueOf(world, parent).timeline).toHaveLength(3)
  expect(issueOf(world, child).timeline.at(-1)).toMatchObject({ move: 'merge' })

  await world.ask(neighbour, name, { id: parent })
  await stepOf(world, desk, { id: child, move: 'unmerge', reason: '不是一回事' })
  expect((await deliver(world)).done).toBe(0)
  expect([parent, child].map((id) => issueOf(world, id).followers)).toEqual([[], []])
  expect(issueOf(world, child).timeline.slice(-2)).toMatchObject([{ move: 'merge' }, { move: 'unmerge' }])
})

test('whoever stays follows what they joined on its own again', async () => {
  const [parent, child] = [await report(world), await publicReport(world)]
  await world.ask(neighbour, 'issues.joinIssue', { id: child })
  await stepOf(world, desk, { id: child, move: 'merge', parentId: parent })
  await stepOf(world, desk, { id: child, move: 'unmerge', reason: '不是一回事' })
  await deliver(world)
  await stepOf(world, owner, { id: child, move: 'start' })
  expect((await deliver(world)).done).toBe(1)
  await stepOf(world, owner, { id: parent, move: 'start' })
  expect((await deliver(world)).done).toBe(0)
})

test('what somebody may not see is not there to leave', async () => {
  const id = await report(world)
  await expectAbsent(world, neighbour, name, id, (one) => ({ id: one }))
})
