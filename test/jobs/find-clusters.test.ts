import { dayMs } from '@/shared/kernel/time'
import { along, findNow, foundCluster, neighbours, reportsAlong } from '../capabilities/issues/stretch'
import { insertIssues, issueOf, report, useWorld } from '../capabilities/world'

const world = useWorld()
const desk = 'community-worker-1'
const toldOfClusters = () => world.documents('notices').filter(({ subject }) => subject.kind === 'cluster')

test('twelve reports within 100 m and 14 days are one cluster, and the desk is told of it once', async () => {
  const ids = await reportsAlong(world, 12)
  expect(await findNow(world)).toBeGreaterThan(0)
  const [cluster, ...others] = world.documents('clusters')
  expect(others).toEqual([])
  expect(cluster).toMatchObject({ classCode: 'litter', gridName: '第六网格', state: 'open', parentId: null })
  expect([...cluster!.issueIds].sort()).toEqual([...ids].sort())
  expect(toldOfClusters()).toHaveLength(1)
  expect(toldOfClusters()[0]!.text).toMatch(/^.+一带 14 天内有 12 件“暴露垃圾、乱堆乱放”上报，可能是一回事/)
  expect(['community-worker-1', 'community-worker-2']).toContain(toldOfClusters()[0]!.recipientId)
  expect(await findNow(world)).toBe(0)
  expect(world.documents('clusters')).toEqual([cluster])
})

test('four reports are none, and the fifth makes it', async () => {
  await reportsAlong(world, 4)
  expect(await findNow(world)).toBe(0)
  await reportsAlong(world, 1, { from: 4 })
  expect(await findNow(world)).toBe(1)
})

test('reports too far apart, too long ago, of other classes or of private ones are none', async () => {
  await reportsAlong(world, 5, { apart: 60 })
  expect(await findNow(world)).toBe(0)
  world.refill()
  await reportsAlong(world, 4)
  world.clock.now += 12 * dayMs
  await report(world, neighbours[4], { classCode: 'litter', place: { point: along(0) } })
  expect(await findNow(world)).toBe(0)
  world.refill()
  await reportsAlong(world, 4)
  await report(world, neighbours[4], { classCode: 'odourPests', place: { point: along(0) } })
  expect(await findNow(world)).toBe(0)
  world.refill()
  await reportsAlong(world, 6, { classCode: 'hardship' })
  expect(await findNow(world)).toBe(0)
})

test('a later report on the stretch joins without another word; one down the road does not', async () => {
  const cluster = await foundCluster(world, 6)
  const [id] = await reportsAlong(world, 1, { from: 6 })
  const far = await report(world, neighbours[8], { classCode: 'litter', place: { point: along(190) } })
  expect(await findNow(world)).toBe(1)
  const [joined] = world.documents('clusters')
  expect(joined!.issueIds).toEqual([...cluster.issueIds, id])
  expect(joined!.issueIds).not.toContain(far)
  expect(toldOfClusters()).toHaveLength(1)
})

test('what was dismissed does not come back for the same set; five others would be a new one', async () => {
  const cluster = await foundCluster(world, 6)
  await world.ask(desk, 'issues.dismissCluster', { id: cluster._id, reason: '几处各有各的原因' })
  await reportsAlong(world, 4, { from: 6 })
  expect(await findNow(world)).toBe(0)
  await reportsAlong(world, 1, { from: 10 })
  expect(await findNow(world)).toBe(1)
  expect(
    world
      .documents('clusters')
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['dismissed', 'open'])
})

test('after the merge a new report opens it again, with the parent known', async () => {
  const cluster = await foundCluster(world, 6)
  const [parentId, ...ids] = cluster.issueIds as [string, ...string[]]
  await world.ask(desk, 'issues.mergeCluster', { clusterId: cluster._id, parentId, ids })
  expect(world.documents('clusters')[0]!.state).toBe('merged')
  const [late] = await reportsAlong(world, 1, { from: 7 })
  expect(await findNow(world)).toBe(1)
  const seen = await world.ask(desk, 'issues.getCluster', { id: cluster._id })
  expect(seen).toMatchObject({ state: 'open', parentId })
  expect(
    seen.issues
      .filter(({ canMerge }) => canMerge)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([late, parentId].sort())
})

test('a run costs what is fresh, not what there is', async () => {
  await foundCluster(world, 6)
  const [like] = world.documents('issues')
  const runOnce = async () => {
    world.countRequests()
    await findNow(world)
    return world.countRequests()
  }
  const few = await runOnce()
  insertIssues(
    world,
    issueOf(world, like!._id),
    Array.from({ length: 2000 }, (_, at) => ({
      _id: `old-${at}`,
      createdAt: '2026-06-01T01:00:00.000Z',
      updatedAt: '2026-06-01T01:00:00.000Z',
      isOpen: false,
      state: 'withdrawn' as const,
    })),
  )
  expect(await runOnce()).toBe(few)
})
