import v8 from 'node:v8'
import vm from 'node:vm'
import type { CapabilityName } from '@/shared/contracts'
import { lists } from '../capabilities/requests'
import { issueOf, report } from '../capabilities/world'
import { booksOf, type BooksSize } from '../support/books'
import { openTestCloud, type TestCloud } from '../support/cloud'

/**
 * What may grow, and what may not. An archive grows by years: ten times as many issues, as many a day and as many open as before.
 * That is what is promised. A community where ten times as much happens has ten times as many open and as many a day; there, too, a
 * list reads a page and counts so far and no farther, so it is held to the same.
 */
const sizes: readonly (readonly [name: string, size: BooksSize])[] = [
  ['10,000', { count: 10_000, years: 2, open: 500 }],
  ['ten times the years', { count: 100_000, years: 20, open: 500 }],
  ['ten times as busy', { count: 100_000, years: 2, open: 5000 }],
]
const rounds = 7
const callsPerRound = 40
const ratioMax = 1.3
const departmentOfficer = 'officer-law-enforcement'

type Asked = readonly [name: CapabilityName, persona: string, input: object]

/** Beside every list that is held to three requests: other people's, longer spans, and what the desk counts. */
const more: readonly Asked[] = [
  ['issues.countDesk', 'community-worker-1', {}],
  ['issues.listDesk', 'community-worker-1', { filter: { part: 'verify' } }],
  ['issues.listDesk', 'community-worker-1', { filter: { part: 'undecided' } }],
  ['issues.listDesk', 'community-worker-1', { filter: { from: '2026-01-01', to: '2026-11-30' } }],
  ['issues.listDesk', 'branch-secretary-2', { filter: { from: '2026-01-01', to: '2026-11-30', gridId: 'grid-6' } }],
  ['issues.listOverdue', 'branch-secretary-2', {}],
  ['issues.listQueue', 'branch-secretary-2', { view: 'grid' }],
  ['issues.listQueue', 'branch-secretary-2', { view: 'verify' }],
  ['issues.listPublicIssues', 'resident-grid-6', { group: 'safety', state: 'open' }],
]
const pageOfDepth = 40

const at = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!

/** What filling leaves behind is collected, and what it let time out is closed, before anything is timed: no call waits for either. */
const settle = async (): Promise<void> => {
  v8.setFlagsFromString('--expose-gc')
  const collect: unknown = vm.runInNewContext('gc')
  if (typeof collect === 'function') collect()
  await new Promise((resolve) => setTimeout(resolve, 500))
}

const fill = async (world: TestCloud, size: BooksSize): Promise<void> => {
  world.refill()
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
  world.cloud.insertDocuments('issues', [shown, ...booksOf(like, ground, size, world.clock.now)])
  await settle()
}

/** A page far down in what residents read: it costs what the first one costs. */
const deepPage = async (world: TestCloud): Promise<Asked> => {
  let cursor: string | undefined
  for (let page = 0; page < pageOfDepth; page++)
    cursor = (await world.ask('resident-grid-6', 'issues.listPublicIssues', { cursor })).next ?? undefined
  return ['issues.listPublicIssues', 'resident-grid-6', { cursor }]
}

/** How long each list takes with so many issues in the books, in ms; the first calls warm it up. */
const timesOf = async (world: TestCloud, asked: readonly Asked[]): Promise<number[][]> => {
  const times: number[][] = asked.map(() => [])
  for (let call = -5; call < callsPerRound; call++)
    for (const [which, [name, persona, input]] of asked.entries()) {
      const from = performance.now()
      await world.ask(persona, name, input as never)
      if (call >= 0) times[which]!.push(performance.now() - from)
    }
  return times
}

const nameOf = ([name, persona, input]: Asked): string =>
  'cursor' in input ? `${name} page ${pageOfDepth + 1} ${persona}` : `${name} ${JSON.stringify(input)} ${persona}`

/** Every list with few and with ten times as many issues in the books, in turns: the 95th percentile of each, and their ratios. */
export async function run(): Promise<void> {
  const world = await openTestCloud()
  /** By round, size and list. */
  const slow: number[][][] = []
  let names: string[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const inRound: number[][] = []
      for (const [, size] of sizes) {
        await fill(world, size)
        const asked = [...lists, ...more, await deepPage(world)]
        names = asked.map(nameOf)
        inRound.push((await timesOf(world, asked)).map((times) => at(times, 0.95)))
      }
      slow.push(inRound)
    }
    const [few, ...larger] = sizes.map(([name]) => name)
    process.stdout.write(
      `95th percentile at ${few} issues, then at ${larger.join(' and ')} (medians of ${rounds} rounds, ≤ ${ratioMax} ×)\n`,
    )
    names.forEach((name, list) => {
      const median = (of: (inRound: readonly number[][]) => number): number => at(slow.map(of), 0.5)
      const first = median((inRound) => inRound[0]![list]!).toFixed(1)
      const others = larger.map((_, n) => {
        const ratio = median((inRound) => inRound[n + 1]![list]! / inRound[0]![list]!)
        const ms = median((inRound) => inRound[n + 1]![list]!).toFixed(1)
        return `${ms} ms ${ratio.toFixed(2)} ×${ratio > ratioMax ? ' OVER' : ''}`
      })
      process.stdout.write(`${name.padEnd(64)} ${first} ms → ${others.join(' · ')}\n`)
    })
  } finally {
    await world.close()
  }
}
