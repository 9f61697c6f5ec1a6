import v8 from 'node:v8'
import vm from 'node:vm'
import type { Binding } from '@/shared/domain/residents/binding'
import type { CapabilityName } from '@/shared/contracts'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { lists } from '../capabilities/requests'
import { issueOf, report } from '../capabilities/world'
import { booksOf, type BooksSize } from '../support/books'
import { openTestCloud, type TestCloud } from '../support/cloud'

/**
 * Ten times as many issues in the same two years: ten times as many open, and ten times as many a day. An archive that only grows longer
 * costs less.
 */
const sizes: readonly BooksSize[] = [
  { count: 10_000, years: 2, open: 500 },
  { count: 100_000, years: 2, open: 5000 },
]
const rounds = 7
/** The 95th percentile of forty is one late collection; of a hundred and twenty it is not. */
const callsPerRound = 120
const warmUps = 80
const ratioMax = 1.3
const loadedAtOnce = 10_000
const departmentOfficer = 'officer-law-enforcement'

type Asked = readonly [name: CapabilityName, persona: string, input: object]

const desk = 'community-worker-1'
const neighbour = 'resident-grid-6'
const year = { from: '2025-11-27', to: '2026-11-25' }

/** Beside every list that is held to three requests: other people's, longer spans, what the desk counts, and what finds little or nothing. */
const more: readonly Asked[] = [
  ['issues.countDesk', desk, {}],
  ['issues.listDesk', desk, { filter: { part: 'verify' } }],
  ['issues.listDesk', desk, { filter: { part: 'undecided' } }],
  ['issues.listDesk', desk, { filter: { part: 'unchecked' } }],
  ['issues.listDesk', desk, { filter: year }],
  ['issues.listDesk', desk, { filter: { ...year, state: 'returned' } }],
  ['issues.listDesk', desk, { filter: { ...year, group: 'facility' } }],
  ['issues.listDesk', desk, { filter: { ...year, group: 'facility', state: 'returned' } }],
  ['issues.listDesk', desk, { filter: { ...year, gridId: null } }],
  ['issues.listDesk', 'branch-secretary-2', { filter: { ...year, gridId: 'grid-6' } }],
  ['issues.listOverdue', 'branch-secretary-2', {}],
  ['issues.listQueue', 'branch-secretary-2', { view: 'grid' }],
  ['issues.listQueue', 'branch-secretary-2', { view: 'verify' }],
  ['issues.listPublicIssues', neighbour, { group: 'safety', state: 'open' }],
  ['issues.listPublicIssues', neighbour, { classCode: 'lift' }],
  ['issues.listPublicIssues', neighbour, { classCode: 'lift', gridId: 'grid-6' }],
  ['issues.listPublicIssues', neighbour, { group: 'facility', estateId: 'estate-12', state: 'closed' }],
  ['residents.listBindings', 'building-head-1', { state: 'decided' }],
]
const pageOfDepth = 40
/** Lists of what stands beside issues, of which these books have none. */
const besideIssues: readonly CapabilityName[] = [
  'issues.listExports',
  'issues.listCommitments',
  'issues.listMeetings',
  'issues.listAccessLogs',
  'issues.listApiKeys',
]
/** What looks through whatever lies around a spot: more where more lies there, but never more than a hundred. */
const aroundASpot: readonly CapabilityName[] = ['issues.findDuplicates', 'issues.listLikelyParents']

const at = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!

/** What filling leaves behind is collected, and what it let time out is closed, before anything is timed: no call waits for either. */
const settle = async (): Promise<void> => {
  v8.setFlagsFromString('--expose-gc')
  const collect: unknown = vm.runInNewContext('gc')
  if (typeof collect === 'function') collect()
  await new Promise((resolve) => setTimeout(resolve, 500))
}

/** Requests to live in a household that were decided long ago, as many as there are issues, none of them in the first building. */
const bindingsOf = (world: TestCloud, { count, years }: BooksSize): Binding[] => {
  const buildings = world.documents('buildings').slice(1)
  return Array.from({ length: count }, (_, at): Binding => {
    const building = buildings[at % buildings.length]!
    const requestedAt = toInstant(world.clock.now - (years * 365 * dayMs * (at + 1)) / count)
    return {
      _id: `binding-book-${at}`,
      communityId: building.communityId,
      personId: `resident-${at}`,
      personName: '张三',
      householdId: `household-${at}`,
      householdLabel: building.name,
      buildingId: building._id,
      unitId: `${building._id}-1`,
      gridId: building.gridId,
      relation: 'proprietor',
      note: '',
      state: at % 9 ? 'approved' : 'rejected',
      requestedAt,
      approver: { personId: desk, name: '李四', role: 'communityWorker' },
      decidedAt: requestedAt,
      decidedById: desk,
      decidedByName: '李四',
      reason: null,
    }
  })
}

/** Calls, requests and answers of one of several clouds in this process go to that cloud. */
const turnTo = (world: TestCloud): void => void Object.assign(process.env, world.cloud.sdkEnvironment)

const opened = async (size: BooksSize): Promise<TestCloud> => {
  const world = await openTestCloud()
  const like = issueOf(world, await report(world))
  const shown = { ...like, _id: 'issue-like-0', textCheck: 'passed', isPublic: true }
  const groupOf = new Map(world.documents('grids').map(({ _id, groupId }) => [_id, groupId]))
  const branchOf = new Map(world.documents('partyNodes').map(({ _id, parentId }) => [_id, parentId]))
  const officer = world.documents('postings').find(({ personId }) => personId === departmentOfficer)
  const ground = {
    buildings: world.documents('buildings').filter(({ communityId }) => communityId === like.communityId),
    branchOf: (gridId: string) => branchOf.get(groupOf.get(gridId) ?? '') ?? null,
    departmentId: officer?.departmentId ?? '',
  }
  const load = (name: string, documents: readonly object[]): void => {
    for (let from = 0; from < documents.length; from += loadedAtOnce)
      world.cloud.insertDocuments(name, documents.slice(from, from + loadedAtOnce))
  }
  load('issues', [shown, ...booksOf(like, ground, size, world.clock.now)])
  load('bindings', bindingsOf(world, size))
  return world
}

/** A page far down in what residents read: it costs what the first one costs. */
const deepPage = async (world: TestCloud): Promise<Asked> => {
  let cursor: string | undefined
  for (let page = 0; page < pageOfDepth; page++)
    cursor = (await world.ask(neighbour, 'issues.listPublicIssues', { cursor })).next ?? undefined
  return ['issues.listPublicIssues', neighbour, { cursor }]
}

const nameOf = ([name, persona, input]: Asked): string =>
  'cursor' in input ? `${name} page ${pageOfDepth + 1} ${persona}` : `${name} ${JSON.stringify(input)} ${persona}`

interface Timed {
  readonly world: TestCloud
  readonly asked: Asked
}

const timeOf = async ({ world, asked: [name, persona, input] }: Timed): Promise<number> => {
  turnTo(world)
  const from = performance.now()
  await world.ask(persona, name, input as never)
  return performance.now() - from
}

/**
 * The 95th percentiles of one list at each size, by round. Each call at one size goes with the same at the other, now one first and now the
 * other, so that what comes around at intervals, as the collector does, meets both alike.
 */
const measured = async (timed: readonly Timed[]): Promise<number[][]> => {
  for (let call = 0; call < warmUps; call++) for (const one of timed) await timeOf(one)
  const slow: number[][] = []
  for (let round = 0; round < rounds; round++) {
    const times: number[][] = timed.map(() => [])
    for (let call = 0; call < callsPerRound; call++)
      for (let turn = 0; turn < timed.length; turn++) {
        const size = (turn + call) % timed.length
        times[size]!.push(await timeOf(timed[size]!))
      }
    slow.push(times.map((some) => at(some, 0.95)))
  }
  return slow
}

/**
 * Every list with ten thousand and with a hundred thousand issues in the books, in turns: the 95th percentile of each, and their ratio;
 * of those alone whose name has `only` in it, where that is given.
 */
export async function run(only = ''): Promise<void> {
  const worlds: TestCloud[] = []
  try {
    for (const size of sizes) worlds.push(await opened(size))
    await settle()
    const deep: Asked[] = []
    for (const world of worlds) {
      turnTo(world)
      deep.push(await deepPage(world))
    }
    const ofIssues = lists.filter(([name]) => name.startsWith('issues.') && !besideIssues.includes(name))
    const asked: Asked[][] = [...[...ofIssues, ...more].map((one) => worlds.map(() => one)), deep]
    process.stdout.write(
      `95th percentile with ${sizes.map(({ count }) => count.toLocaleString('en')).join(' and ')} issues, ${sizes.map(({ open }) => open).join(' and ')} of them open (medians of ${rounds} rounds, ≤ ${ratioMax} ×)\n`,
    )
    for (const one of asked.filter((some) => nameOf(some[0]!).includes(only))) {
      const slow = await measured(worlds.map((world, size) => ({ world, asked: one[size]! })))
      const [few, many] = sizes.map((_, size) =>
        at(
          slow.map((inRound) => inRound[size]!),
          0.5,
        ).toFixed(1),
      )
      const ratio = at(
        slow.map((inRound) => inRound[1]! / inRound[0]!),
        0.5,
      )
      process.stdout.write(
        `${nameOf(one[0]!).padEnd(96)} ${few} ms → ${many} ms ${ratio.toFixed(2)} ×${ratio > ratioMax ? ' OVER' : ''}${aroundASpot.includes(one[0]![0]) ? ' (100 around a spot at most)' : ''}\n`,
      )
    }
  } finally {
    for (const world of worlds) await world.close()
  }
}
