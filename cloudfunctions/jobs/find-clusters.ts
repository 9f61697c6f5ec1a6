import {
  canCluster,
  clusterAround,
  isJoinedBy,
  newCluster,
  withReport,
  type ClusterRule,
  type Placed,
} from '@/shared/domain/issues/cluster'
import type { Issue } from '@/shared/domain/issues/issue'
import { issueSettings } from '@/shared/domain/issues/settings'
import { nearCellOf, nearCellsAround, spotFor } from '@/shared/domain/issues/near-cell'
import { clusterNotice } from '@/shared/domain/notices/cluster-notices'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import { issueStates } from '@/shared/kernel/vocabulary'
import { openOrClosedAfter } from '../capabilities/issues/list-near'
import { dutyPersonOf } from '../capabilities/issues/duty-person'
import { createDirectories, type Directory } from '../store/directory'
import { afterRow } from '../store/paging'
import { batchSize, type Job, type JobContext } from './job'

/** A report carries the instant its call began and is there when its call ends, so the last minutes are looked at again. */
const overlapMs = 2 * minuteMs
/** Where the first run ever starts: as far back as a community may look at all. */
const firstMs = issueSettings.clusterDays.max * dayMs
/** The most reports and clusters looked at around one report. */
const [nearMax, clustersMax] = [100, 20]

const cursorIdOf = (communityId: string): string => `cursor:clusters:${communityId}`

/** One page of fresh reports, the oldest first. */
const freshReports = ({ store }: JobContext, communityId: string, from: string, last: Issue | undefined) =>
  store.issues.list({
    ...afterRow(
      { communityId, state: { in: issueStates }, createdAt: { after: from } },
      last ? { key: last.createdAt, id: last._id } : null,
      'createdAt',
      'asc',
    ),
    limit: batchSize,
  })

/** What lies around a report, with the clusters there: two requests, whatever the community has had. */
const around = async ({ store }: JobContext, { issue, spot }: Placed, { buildingById, rules }: Directory) => {
  const { clusterDays, clusterMeters } = rules.settings
  const { communityId, classCode } = issue
  const cells = (meters: number) => ({ in: nearCellsAround(communityId, classCode, spot, meters) })
  const since = toInstant(Date.parse(issue.createdAt) - clusterDays * dayMs)
  const nearCell = cells(2 * clusterMeters)
  const [found, clusters] = await Promise.all([
    store.issues.list({
      where: {},
      anyOf: openOrClosedAfter(nearCell, since),
      orderBy: [['updatedAt', 'desc']],
      limit: nearMax,
    }),
    store.clusters.list({ where: { nearCell }, orderBy: [['updatedAt', 'desc']], limit: clustersMax }),
  ])
  const near = found.flatMap((one): Placed[] => {
    const at = spotFor(one.place, buildingById)
    return at ? [{ issue: one, spot: at }] : []
  })
  return { near, clusters }
}

/** Puts one fresh report into the cluster it belongs to, or finds the cluster it completes; answers whether anything changed. */
const place = async (placed: Placed, directory: Directory, context: JobContext): Promise<boolean> => {
  const { store, now } = context
  const rule: ClusterRule = directory.rules.settings
  const { near, clusters } = await around(context, placed, directory)
  const taken = new Set(clusters.flatMap(({ issueIds }) => issueIds))
  if (taken.has(placed.issue._id)) return false
  const joined = clusters.find((cluster) => isJoinedBy(cluster, placed, rule))
  if (joined)
    return store.transact(async (tx) => {
      const cluster = await tx.clusters.get(joined._id)
      if (!cluster || !isJoinedBy(cluster, placed, rule)) return false
      await tx.clusters.put(withReport(cluster, placed.issue._id, now))
      return true
    })
  const members = clusterAround(placed, near, taken, rule)
  if (!members) return false
  const { communityId, classCode } = placed.issue
  const cluster = newCluster(members, nearCellOf(communityId, classCode, members[0]!.spot), now)
  const dutyPersonId = await dutyPersonOf(placed.issue, { now, store, directory: async () => directory })
  return store.transact(async (tx) => {
    if (await tx.clusters.get(cluster._id)) return false
    await tx.clusters.create(cluster)
    if (dutyPersonId) await tx.notices.create(clusterNotice(cluster, dutyPersonId, now, rule))
    return true
  })
}

const findIn = async (communityId: string, context: JobContext): Promise<number> => {
  const { store, now } = context
  const directories = createDirectories(store, () => now)
  const cursor = await store.cursors.get(cursorIdOf(communityId))
  const from = toInstant(Math.min(cursor ? Date.parse(cursor.at) : now - firstMs, now) - overlapMs)
  let last: Issue | undefined
  let done = 0
  for (;;) {
    const fresh = await freshReports(context, communityId, from, last)
    // The newest first: it sees all that came before it, and whatever it takes along needs no look of its own.
    const newestFirst = [...fresh].reverse()
    for (const issue of newestFirst.filter(({ classCode, nearCell }) => nearCell && canCluster(classCode))) {
      const directory = await directories(communityId)
      const spot = directory && spotFor(issue.place, directory.buildingById)
      if (directory && spot && (await place({ issue, spot }, directory, context))) done += 1
    }
    last = fresh.at(-1) ?? last
    if (fresh.length < batchSize) break
  }
  if (last) {
    const at = last.createdAt
    await store.transact((tx) => tx.cursors.put({ _id: cursorIdOf(communityId), at }))
  }
  return done
}

/**
 * Finds clusters of like reports from those that are fresh, from where the last run stopped; a report costs nothing more for it, and a run
 * costs what is new and not what there is. Running twice finds each once and tells the desk once.
 */
export const findClusters: Job = async (context) => {
  const communities = await context.store.communities.list({ where: {}, limit: 1000 })
  let done = 0
  for (const { _id } of communities) done += await findIn(_id, context)
  return { done }
}
