import * as z from 'zod'
import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { id, instant, point, type Point } from '../../kernel/shapes'
import { dayMs, toInstant } from '../../kernel/time'
import { metersBetween } from '../organization/distance'
import { classOf } from './classes'
import type { Issue } from './issue'
import { issueMoves } from './moves'
import type { IssueSettings } from './settings'
import { isCommunityWorkerOf } from './sight'

/** From how many reports on, how close and within how many days, reports of one class are taken for one thing. */
export type ClusterRule = Pick<IssueSettings, 'clusterReports' | 'clusterMeters' | 'clusterDays'>
/** How many reports one cluster remembers; a stretch with more has been one thing for long. */
export const clusterIssuesMax = 50
/** The most issues merged in one go: what one transaction can write, each issue with its history. */
export const mergedAtOnceMax = 20

/**
 * Reports of one class on one stretch, put before the community desk as perhaps one thing. It only points to issues: names and words stay
 * with them. `parentId`: what the others were merged into, once they were.
 */
export const clusterRecord = z.object({
  _id: id,
  communityId: id,
  classCode: z.string(),
  /** The report around which the others lie. */
  spot: point,
  nearCell: z.string(),
  placeLabel: z.string(),
  gridName: z.string().nullable(),
  issueIds: z.array(id),
  state: z.enum(['open', 'merged', 'dismissed']),
  parentId: id.nullable(),
  /** Why it is not one thing, and who said so. */
  dismissal: z.object({ reason: z.string(), byId: id, byName: z.string(), at: instant }).nullable(),
  foundAt: instant,
  updatedAt: instant,
})
export type Cluster = z.infer<typeof clusterRecord>

/** A report as it is held against others: what, where and when. */
export interface Placed {
  readonly issue: Issue
  readonly spot: Point
}

/** Whether reports of a class can be one thing on a stretch: never private matters, and nothing without a place. */
export const canCluster = (classCode: string): boolean => {
  const issueClass = classOf(classCode)
  return issueClass?.isPrivate === false && issueClass.duplicateRadius !== null
}

/** A report that still says something: it was not taken back, refused or merged already. */
const counts = ({ state }: Issue): boolean => !['withdrawn', 'declined', 'merged'].includes(state)

const isBy = (a: Placed, b: Pick<Placed, 'spot'>, { clusterMeters }: ClusterRule): boolean =>
  metersBetween(a.spot, b.spot) <= clusterMeters

const inOrder = (a: Placed, b: Placed): number =>
  a.issue.createdAt < b.issue.createdAt || (a.issue.createdAt === b.issue.createdAt && a.issue._id < b.issue._id)
    ? -1
    : 1

/**
 * The reports that make a cluster together with a fresh one and those of the days before it, the one in their middle first and the rest by age; null where there are too few.
 * All lie within the metres of the rule around that middle, so that a long street never grows into one thing link by link. Whatever belongs to
 * another cluster already (`taken`) does not count, so that a set that was dismissed does not come back. `near` holds whatever lies within
 * twice the metres.
 */
export const clusterAround = (
  fresh: Placed,
  near: readonly Placed[],
  taken: ReadonlySet<string>,
  rule: ClusterRule,
): readonly Placed[] | null => {
  const until = Date.parse(fresh.issue.createdAt)
  const all = [fresh, ...near.filter(({ issue }) => issue._id !== fresh.issue._id)]
    .filter(({ issue }) => issue.classCode === fresh.issue.classCode && counts(issue) && !taken.has(issue._id))
    .filter(({ issue }) => {
      const age = until - Date.parse(issue.createdAt)
      return age >= 0 && age <= rule.clusterDays * dayMs
    })
    .sort(inOrder)
  const around = (middle: Placed) => all.filter((other) => isBy(middle, other, rule))
  const best = all
    .filter((middle) => isBy(middle, fresh, rule))
    .map((middle) => ({ middle, members: around(middle) }))
    .reduce<{ middle: Placed; members: Placed[] } | null>(
      (most, one) => (most && most.members.length >= one.members.length ? most : one),
      null,
    )
  if (!best || best.members.length < rule.clusterReports) return null
  return [best.middle, ...best.members.filter((one) => one !== best.middle)].slice(0, clusterIssuesMax)
}

/** A new cluster. Its id comes from the report in its middle, so that finding it twice finds it once. */
export const newCluster = (members: readonly Placed[], nearCell: string, now: number): Cluster => {
  const { issue, spot } = members[0]!
  const at = toInstant(now)
  return {
    _id: `cluster-${issue._id}`,
    communityId: issue.communityId,
    classCode: issue.classCode,
    spot,
    nearCell,
    placeLabel: issue.place.label || (issue.gridName ?? ''),
    gridName: issue.gridName,
    issueIds: members.map((one) => one.issue._id),
    state: 'open',
    parentId: null,
    dismissal: null,
    foundAt: at,
    updatedAt: at,
  }
}

/** Whether a fresh report belongs to what a cluster is about: close to its middle, soon after it, and there is room. */
export const isJoinedBy = (cluster: Cluster, { issue, spot }: Placed, rule: ClusterRule): boolean =>
  cluster.state !== 'dismissed' &&
  cluster.classCode === issue.classCode &&
  cluster.issueIds.length < clusterIssuesMax &&
  metersBetween(cluster.spot, spot) <= rule.clusterMeters &&
  Date.parse(issue.createdAt) - Date.parse(cluster.updatedAt) <= rule.clusterDays * dayMs

/** The cluster with one more report; one that was merged is open again, so that the desk sees what has come since. */
export const withReport = (cluster: Cluster, issueId: string, now: number): Cluster =>
  cluster.issueIds.includes(issueId)
    ? cluster
    : { ...cluster, issueIds: [...cluster.issueIds, issueId], state: 'open', updatedAt: toInstant(now) }

/** Who may see a cluster and decide about it: the community workers, who merge. */
export const canDecideCluster = (cluster: Pick<Cluster, 'communityId'>, actor: Actor): boolean =>
  actor.communityId === cluster.communityId &&
  actor.postings.some(({ role, scope }) => role === 'communityWorker' && scope.id === cluster.communityId)

/** Said to be several things (不是一回事), with the reason. */
export const dismissCluster = (
  cluster: Cluster,
  reason: string,
  { personId, name }: Actor,
  now: number,
): Cluster | Refusal<'CLUSTER_DECIDED'> =>
  cluster.state === 'open'
    ? {
        ...cluster,
        state: 'dismissed',
        dismissal: { reason, byId: personId, byName: name, at: toInstant(now) },
        updatedAt: toInstant(now),
      }
    : refuse('CLUSTER_DECIDED')

/** What was merged, and into what. */
export const mergedCluster = (cluster: Cluster, parentId: string, now: number): Cluster => ({
  ...cluster,
  state: 'merged',
  parentId,
  updatedAt: toInstant(now),
})

/** True while an issue of a cluster may still be merged into another. */
export const isMergeable = (issue: Issue, actor: Actor): boolean =>
  isCommunityWorkerOf(issue, actor) && issueMoves.merge.from.some((state) => state === issue.state)

/** What the others are best merged into: what they were merged into before, else the first report that is still being dealt with. */
export const likelyParentOf = (cluster: Cluster, issues: readonly Issue[]): string | null => {
  const open = issues.filter(({ isOpen }) => isOpen)
  const before = open.find(({ _id }) => _id === cluster.parentId)
  const [first] = [...open].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  return (before ?? first)?._id ?? null
}

/** The longest way from one report to another, metres. */
export const spanOf = (spots: readonly Point[]): number =>
  Math.max(0, ...spots.flatMap((a, at) => spots.slice(at + 1).map((b) => metersBetween(a, b))))
