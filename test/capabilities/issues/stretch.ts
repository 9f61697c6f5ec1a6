import { findClusters } from '@cloud/jobs/find-clusters'
import { mainCorner, pointAt } from '@cloud/sample/ground'
import type { Cluster } from '@/shared/domain/issues/cluster'
import { dayMs } from '@/shared/kernel/time'
import { morning, type TestCloud } from '../../support/cloud'
import { report } from '../world'

/** Twelve who can sign in, no two of one household. */
export const neighbours = [
  'resident-grid-6',
  'resident-grid-1',
  'resident-grid-2',
  'resident-grid-3',
  'resident-grid-4',
  'resident-grid-5',
  'resident-grid-7',
  'resident-grid-8',
  'volunteer-1',
  'unit-head-1',
  'building-head-1',
  'hub-1',
] as const

/** So many metres along 王舍路, in the sixth grid. */
export const along = (meters: number) => pointAt(mainCorner, [300 + meters, 52 + meters * 0.09])

/** Reports of litter along the road by different neighbours, `apart` metres and one day apart from each other; answers their ids. */
export const reportsAlong = async (
  world: TestCloud,
  count: number,
  { apart = 8, classCode = 'litter', from = 0 } = {},
): Promise<string[]> => {
  const ids: string[] = []
  for (let at = from; at < from + count; at += 1) {
    world.clock.now = morning + at * dayMs
    ids.push(
      await report(world, neighbours[at]!, {
        classCode,
        text: '路边绿化带里有垃圾，味道很大',
        place: { point: along(at * apart), accuracyMeters: 10, words: '王舍路南侧' },
      }),
    )
  }
  return ids
}

/** The job that finds clusters, as the timer runs it now. */
export const findNow = async (world: TestCloud): Promise<number> => {
  const { store, files } = world.runtime
  return (await findClusters({ store, files, now: world.clock.now })).done
}

/** A stretch with so many reports, found: the one cluster there is. */
export const foundCluster = async (world: TestCloud, count = 6): Promise<Cluster> => {
  await reportsAlong(world, count)
  await findNow(world)
  const clusters = world.documents('clusters')
  if (clusters.length !== 1) throw new Error(`there are ${clusters.length} clusters`)
  return clusters[0]!
}
