import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, useWorld } from '../world'
import { foundCluster } from './stretch'

const world = useWorld()
const name = 'issues.listClusters' satisfies CapabilityName
const desk = 'community-worker-1'

test('the desk sees what is still to be looked at, and nothing that was decided', async () => {
  const cluster = await foundCluster(world)
  expect(await world.ask(desk, name, {})).toMatchObject({
    clusters: [{ id: cluster._id, className: '暴露垃圾、乱堆乱放', gridName: '第六网格', state: 'open', reports: 6 }],
  })
  await world.ask(desk, 'issues.dismissCluster', { id: cluster._id, reason: '各是各的' })
  expect((await world.ask(desk, name, {})).clusters).toEqual([])
})

test('it is paged by key', async () => {
  const cluster = await foundCluster(world)
  world.cloud.insertDocuments(
    'clusters',
    Array.from({ length: 44 }, (_, at) => ({ ...cluster, _id: `more-${at}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { clusters, next } = await world.ask(desk, name, { cursor })
    return { rows: clusters.map(({ id }) => id), next }
  })
  expect(new Set(rows).size).toBe(45)
})

test('another community sees none of it; only community workers look', async () => {
  await foundCluster(world)
  expect((await world.ask('b-community-worker-1', name, {})).clusters).toEqual([])
  for (const persona of ['worker-grid-6', 'group-leader-4', 'resident-grid-6', 'administrator-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, {})
})
