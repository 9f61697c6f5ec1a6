import fc from 'fast-check'
import {
  canCluster,
  canDecideCluster,
  clusterAround,
  clusterIssuesMax,
  dismissCluster,
  isJoinedBy,
  likelyParentOf,
  mergedCluster,
  newCluster,
  spanOf,
  withReport,
  type ClusterRule,
  type Placed,
} from '@/shared/domain/issues/cluster'
import { issueClasses } from '@/shared/domain/issues/classes'
import type { Issue } from '@/shared/domain/issues/issue'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { metersBetween } from '@/shared/domain/organization/distance'
import { issueStates } from '@/shared/kernel/vocabulary'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { communityId, communityWorker, groupLeader, issueIn, morning, person } from './people'

const rule: ClusterRule = defaultIssueSettings
const base = issueIn('dispatched', {}, 'litter')
/** A report so many metres to the north, so many days after the first morning. */
const placed = (id: string, meters: number, days: number, changes: Partial<Issue> = {}): Placed => ({
  issue: { ...base, _id: id, createdAt: toInstant(morning + days * dayMs), ...changes },
  spot: { datum: 'gcj02', longitude: 118, latitude: 36.8 + meters / 111_195 },
})
const idsOf = (members: readonly Placed[] | null) => members?.map(({ issue }) => issue._id) ?? null
const none = new Set<string>()
const four = [0, 30, 60, 90].map((meters, at) => placed(`i-${at}`, meters, at))

describe('what makes a cluster', () => {
  test('the fifth report does, and the one in the middle comes first', () => {
    const fifth = placed('i-4', 45, 4)
    expect(clusterAround(fifth, four.slice(1), none, rule)).toBeNull()
    const found = idsOf(clusterAround(fifth, four, none, rule))
    expect([...found!].sort()).toEqual(['i-0', 'i-1', 'i-2', 'i-3', 'i-4'])
  })

  test.each([
    ['a metre too far from every middle', placed('i-4', 192, 4)],
    ['a day too late', placed('i-4', 45, 14.001)],
    ['of another class', placed('i-4', 45, 4, { classCode: 'rubble' })],
    ['taken back', placed('i-4', 45, 4, { state: 'withdrawn' })],
    ['declined', placed('i-4', 45, 4, { state: 'declined' })],
    ['merged already', placed('i-4', 45, 4, { state: 'merged' })],
  ])('not one that is %s', (_name, fifth) => {
    expect(clusterAround(fifth, four, none, rule)).toBeNull()
  })

  test('what is closed counts as well as what is open', () => {
    expect(clusterAround(placed('i-4', 45, 4, { state: 'closed' }), four, none, rule)).not.toBeNull()
  })

  test('what belongs to another cluster does not count', () => {
    expect(clusterAround(placed('i-4', 45, 4), four, new Set(['i-0']), rule)).toBeNull()
  })

  test('a community may set how many, how near and how long', () => {
    const fifth = placed('i-4', 45, 4)
    expect(clusterAround(fifth, four, none, { ...rule, clusterReports: 6 })).toBeNull()
    expect(clusterAround(fifth, four, none, { ...rule, clusterMeters: 44 })).toBeNull()
    expect(clusterAround(fifth, four, none, { ...rule, clusterDays: 3 })).toBeNull()
    expect(clusterAround(fifth, four.slice(2), none, { ...rule, clusterReports: 3 })).not.toBeNull()
  })

  const anywhere = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 260 }), fc.integer({ min: 0, max: 20 })), { maxLength: 70 })
    .map((spots) => spots.map(([meters, days], at) => placed(`i-${at}`, meters, days)))

  test('all of one lie around its first, within the days before the fresh one; none twice, none too many', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 0, max: 260 }), fc.integer({ min: 0, max: 20 }), (near, meters, days) => {
        const fresh = placed('fresh', meters, days)
        const members = clusterAround(fresh, near, none, rule)
        if (!members) {
          const after = near.filter(({ issue }) => {
            const age = Date.parse(fresh.issue.createdAt) - Date.parse(issue.createdAt)
            return age >= 0 && age <= rule.clusterDays * dayMs
          })
          const around = after.filter(({ spot }) => metersBetween(spot, fresh.spot) <= rule.clusterMeters)
          return around.length + 1 < rule.clusterReports
        }
        const ids = idsOf(members)!
        expect(new Set(ids).size).toBe(ids.length)
        expect(members.length).toBeGreaterThanOrEqual(rule.clusterReports)
        expect(members.length).toBeLessThanOrEqual(clusterIssuesMax)
        for (const { issue, spot } of members) {
          expect(metersBetween(spot, members[0]!.spot)).toBeLessThanOrEqual(rule.clusterMeters)
          const age = Date.parse(fresh.issue.createdAt) - Date.parse(issue.createdAt)
          expect(age >= 0 && age <= rule.clusterDays * dayMs).toBe(true)
        }
        return metersBetween(fresh.spot, members[0]!.spot) <= rule.clusterMeters
      }),
      { numRuns: 300 },
    )
  })

  test('a stretch with more than one cluster remembers keeps as many as it can, its middle among them', () => {
    const crowd = Array.from({ length: clusterIssuesMax + 20 }, (_, at) => placed(`i-${at}`, 10, 1))
    const members = clusterAround(placed('fresh', 10, 2), crowd, none, rule)!
    expect(members).toHaveLength(clusterIssuesMax)
  })

  test('in whatever order they are read, the same ones are found', () => {
    fc.assert(
      fc.property(anywhere, (near) => {
        const fresh = placed('fresh', 100, 10)
        expect(idsOf(clusterAround(fresh, [...near].reverse(), none, rule))).toEqual(
          idsOf(clusterAround(fresh, near, none, rule)),
        )
      }),
      { numRuns: 100 },
    )
  })
})

describe('a cluster that is there', () => {
  const members = clusterAround(placed('i-4', 45, 4), four, none, rule)!
  const cluster = newCluster(members, 'cell', morning + 4 * dayMs)

  test('is known again by the report in its middle', () => {
    expect(cluster._id).toBe(`cluster-${members[0]!.issue._id}`)
    expect(cluster).toMatchObject({ state: 'open', parentId: null, dismissal: null })
  })

  test('is joined by what is near and soon, until it is full or dismissed', () => {
    const middle = members[0]!
    const at = (meters: number, days: number, changes: Partial<Issue> = {}) => ({
      ...placed('i-9', 0, days, changes),
      spot: { ...middle.spot, latitude: middle.spot.latitude + meters / 111_195 },
    })
    expect(isJoinedBy(cluster, at(99, 5), rule)).toBe(true)
    expect(isJoinedBy(cluster, at(101, 5), rule)).toBe(false)
    expect(isJoinedBy(cluster, at(50, 18), rule)).toBe(true)
    expect(isJoinedBy(cluster, at(50, 18.001), rule)).toBe(false)
    expect(isJoinedBy(cluster, at(50, 5, { classCode: 'rubble' }), rule)).toBe(false)
    expect(isJoinedBy({ ...cluster, state: 'dismissed' }, at(50, 5), rule)).toBe(false)
    expect(isJoinedBy({ ...cluster, state: 'merged' }, at(50, 5), rule)).toBe(true)
    const full = { ...cluster, issueIds: Array.from({ length: clusterIssuesMax }, (_, one) => `i-${one}`) }
    expect(isJoinedBy(full, at(50, 5), rule)).toBe(false)
  })

  test('opens again for the desk when more comes after it was merged, and counts no report twice', () => {
    const merged = mergedCluster(cluster, 'i-0', morning)
    expect(merged).toMatchObject({ state: 'merged', parentId: 'i-0' })
    expect(withReport(merged, 'i-9', morning)).toMatchObject({ state: 'open', issueIds: [...cluster.issueIds, 'i-9'] })
    expect(withReport(merged, 'i-0', morning)).toBe(merged)
  })

  test('is dismissed once, with who and why', () => {
    const dismissed = dismissCluster(cluster, '不是一回事', communityWorker, morning)
    expect(dismissed).toMatchObject({ state: 'dismissed', dismissal: { reason: '不是一回事', byId: 'desk' } })
    for (const state of ['dismissed', 'merged'] as const)
      expect(dismissCluster({ ...cluster, state }, '再来', communityWorker, morning)).toEqual({
        refused: 'CLUSTER_DECIDED',
      })
  })

  test('is decided by the community workers of its own community alone', () => {
    expect(canDecideCluster(cluster, communityWorker)).toBe(true)
    expect(canDecideCluster(cluster, groupLeader)).toBe(false)
    expect(canDecideCluster(cluster, { ...communityWorker, communityId: 'c-2' })).toBe(false)
    expect(canDecideCluster(cluster, person('elsewhere', ['communityWorker', 'community', 'c-2']))).toBe(false)
    expect(cluster.communityId).toBe(communityId)
  })

  test('is merged into what it was merged into before, else into the first that is still open', () => {
    const issues = four.map(({ issue }) => issue)
    expect(likelyParentOf(cluster, issues)).toBe('i-0')
    expect(likelyParentOf({ ...cluster, parentId: 'i-2' }, issues)).toBe('i-2')
    const firstClosed = issues.map((issue, at) => (at === 0 ? { ...issue, isOpen: false } : issue))
    expect(likelyParentOf({ ...cluster, parentId: 'i-0' }, firstClosed)).toBe('i-1')
    expect(likelyParentOf(cluster, [])).toBeNull()
  })
})

test('private classes and those without places are never clustered', () => {
  const clustered = issueClasses.filter(({ code }) => canCluster(code))
  expect(clustered.some(({ isPrivate, duplicateRadius }) => isPrivate || duplicateRadius === null)).toBe(false)
  expect(clustered).toHaveLength(issueClasses.filter((one) => !one.isPrivate && one.code !== 'policy').length)
  expect(canCluster('unheard-of')).toBe(false)
  expect(issueStates).toContain('merged')
})

test('how far a stretch reaches is the longest way between two of its reports', () => {
  expect(spanOf([])).toBe(0)
  expect(spanOf(four.map(({ spot }) => spot))).toBeCloseTo(90, 0)
})
