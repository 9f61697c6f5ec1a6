import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, issueOf, stepOf, useWorld } from '../world'
import { findNow, foundCluster, neighbours, reportsAlong } from './stretch'

const world = useWorld()
const name = 'issues.mergeCluster' satisfies CapabilityName
const desk = 'community-worker-1'
const deliver = async () => {
  const { store, files } = world.runtime
  await deliverAnnouncements({ store, files, now: world.clock.now })
}
const noticesSince = (count: number) => world.documents('notices').slice(count)

test('twelve reports become one: each keeps its history, all reporters are told in one sentence, and in one for every step after', async () => {
  const cluster = await foundCluster(world, 12)
  const [parentId, ...ids] = [...cluster.issueIds].sort() as [string, ...string[]]
  const before = world.documents('notices').length
  const merged = await world.ask(desk, name, { clusterId: cluster._id, parentId, ids })
  expect(merged).toMatchObject({ id: parentId, joinedCount: 11 })
  await deliver()
  const told = noticesSince(before).filter(({ recipientId }) => neighbours.some((one) => one === recipientId))
  expect(told.map(({ recipientId }) => recipientId).sort()).toEqual([...neighbours].sort())
  expect(new Set(told.map(({ text }) => text))).toEqual(
    new Set(['您反映的事，有 12 件上报说的是同一件，已经合在一起办。以后有进展都会告诉您。']),
  )
  for (const id of ids) {
    const child = issueOf(world, id)
    expect(child).toMatchObject({ state: 'merged', mergedInto: { issueId: parentId } })
    expect(child.timeline.map(({ kind, move }) => move ?? kind)).toEqual(['reported', 'dispatch', 'merge'])
  }
  const parent = issueOf(world, parentId)
  expect(parent.followers).toHaveLength(11)
  expect(parent.timeline.at(-1)).toMatchObject({ title: '合并相似上报', text: '11 件相似上报合并到这里，一起处理' })
  expect(world.documents('clusters')).toMatchObject([{ state: 'merged', parentId }])

  const moved = world.documents('notices').length
  await stepOf(world, parent.owner.personId, { id: parentId, move: 'start' })
  await deliver()
  const news = noticesSince(moved).filter(({ recipientId }) => neighbours.some((one) => one === recipientId))
  expect(news.map(({ recipientId }) => recipientId).sort()).toEqual([...neighbours].sort())
})

test('a child can be taken out again, and its reporter is no longer told of the parent', async () => {
  const cluster = await foundCluster(world)
  const [parentId, ...ids] = cluster.issueIds as [string, ...string[]]
  await world.ask(desk, name, { clusterId: cluster._id, parentId, ids })
  await stepOf(world, desk, { id: ids[0]!, move: 'unmerge', reason: '这件在路北' })
  expect(issueOf(world, ids[0]!).state).toBe('dispatched')
  expect(issueOf(world, parentId).followers.map(({ issueId }) => issueId)).not.toContain(ids[0])
})

test('twenty at once fit one transaction, and twice is once', async () => {
  const cluster = await foundCluster(world, 12)
  const like = issueOf(world, cluster.issueIds[0]!)
  const more = Array.from({ length: 9 }, (_, at) => `more-${at}`)
  world.cloud.insertDocuments(
    'issues',
    more.map((_id, at) => ({ ...like, _id, reporterId: `somebody-${at}` })),
  )
  await world.runtime.store.clusters.updateWhere({ _id: cluster._id }, { issueIds: [...cluster.issueIds, ...more] })
  const [parentId, ...ids] = [...cluster.issueIds, ...more] as [string, ...string[]]
  expect(ids).toHaveLength(20)
  const input = { clusterId: cluster._id, parentId, ids }
  world.countRequests()
  await expectOnce(world, desk, name, input, { ...input, ids: ids.slice(1) })
  expect(issueOf(world, parentId).followers).toHaveLength(20)
  expect(world.countRequests()).toBeLessThanOrEqual(100)
})

test('what is not of the cluster, has moved on, is itself or has ended is refused, and then nothing is merged', async () => {
  const cluster = await foundCluster(world)
  const { _id: clusterId, issueIds } = cluster
  const [parentId, first, second, ...rest] = issueIds as [string, string, string, ...string[]]
  await expectRefused(world, 'CLUSTER_OTHER_ISSUE', desk, name, { clusterId, parentId, ids: [first, 'issue-nowhere'] })
  await expectRefused(world, 'ISSUE_MERGE_CIRCLE', desk, name, { clusterId, parentId, ids: [first, parentId] })
  await expectRefused(world, 'INVALID_INPUT', desk, name, { clusterId, parentId, ids: [first, first] })
  await expectRefused(world, 'INVALID_INPUT', desk, name, { clusterId, parentId, ids: [] })
  await stepOf(world, issueOf(world, second).reporterId, { id: second, move: 'withdraw' })
  await expectRefused(world, 'CLUSTER_STATE_CHANGED', desk, name, { clusterId, parentId, ids: [first, second] })
  await expectRefused(world, 'ISSUE_PARENT_CLOSED', desk, name, { clusterId, parentId: second, ids: [first] })
  await world.ask(desk, name, { clusterId, parentId, ids: [first, ...rest] })
  await expectRefused(world, 'CLUSTER_DECIDED', desk, name, { clusterId, parentId, ids: [first] })
})

test('ISSUE_MERGE_CIRCLE for what the parent was merged into, however far up', async () => {
  const { _id: clusterId, issueIds } = await foundCluster(world)
  const [parentId, middle, top] = issueIds as [string, string, string]
  await stepOf(world, desk, { id: middle, move: 'merge', parentId: top, reason: '同一件' })
  const parent = { ...issueOf(world, parentId), mergedInto: { issueId: middle, from: 'dispatched' as const } }
  await world.runtime.store.transact((tx) => tx.issues.put(parent))
  await expectRefused(world, 'ISSUE_MERGE_CIRCLE', desk, name, { clusterId, parentId, ids: [top] })
})

test('somebody who reported twice is told once', async () => {
  await reportsAlong(world, 5)
  world.clock.now += dayMs
  await reportsAlong(world, 1, { from: 0, apart: 1 })
  world.clock.now += 6 * dayMs
  await findNow(world)
  const [cluster] = world.documents('clusters')
  const [parentId, ...ids] = cluster!.issueIds as [string, ...string[]]
  await world.ask(desk, name, { clusterId: cluster!._id, parentId, ids })
  expect(world.documents('announcements')[0]!.recipientIds).toHaveLength(5)
})

test('to others there is no such cluster', async () => {
  const { _id, issueIds } = await foundCluster(world)
  const [parentId, first] = issueIds as [string, string]
  await expectAbsent(world, 'b-community-worker-1', name, _id, (clusterId) => ({ clusterId, parentId, ids: [first] }))
  for (const persona of ['worker-grid-6', 'resident-grid-6', 'administrator-1'])
    await expectRefused(
      world,
      'FORBIDDEN',
      persona,
      name,
      ((clusterId) => ({ clusterId, parentId, ids: [first] }))(_id),
    )
})
