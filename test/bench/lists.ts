import { lists } from '../capabilities/requests'
import { issueOf, report } from '../capabilities/world'
import { booksOf } from '../support/books'
import { openTestCloud, type TestCloud } from '../support/cloud'

const sizes = [10_000, 100_000] as const
const rounds = 7
const callsPerRound = 40
const ratioMax = 1.3

const at = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!

const fill = async (world: TestCloud, count: number): Promise<void> => {
  world.refill()
  const like = issueOf(world, await report(world))
  const shown = { ...like, _id: 'issue-like-0', textCheck: 'passed', isPublic: true }
  world.cloud.insertDocuments('issues', [shown, ...booksOf(like, count, world.clock.now)])
}

/** How long each list takes with so many issues in the books, in ms; the first calls warm it up. */
const timesOf = async (world: TestCloud): Promise<number[][]> => {
  const times: number[][] = lists.map(() => [])
  for (let call = -5; call < callsPerRound; call++)
    for (const [which, [name, persona, input]] of lists.entries()) {
      const from = performance.now()
      await world.ask(persona, name, input as never)
      if (call >= 0) times[which]!.push(performance.now() - from)
    }
  return times
}

/** Every list with 10,000 and with 100,000 issues in the books, in turns: the 95th percentile of each, and their ratio. */
export async function run(): Promise<void> {
  const world = await openTestCloud()
  const ratios: number[][] = lists.map(() => [])
  const last: number[][] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const slow: number[][] = []
      for (const size of sizes) {
        await fill(world, size)
        slow.push((await timesOf(world)).map((times) => at(times, 0.95)))
      }
      lists.forEach((_, which) => ratios[which]!.push(slow[1]![which]! / slow[0]![which]!))
      last.splice(0, last.length, ...slow)
    }
    process.stdout.write(
      `95th percentile at 10,000 and at 100,000 issues (median of ${rounds} rounds, ≤ ${ratioMax} ×)\n`,
    )
    lists.forEach(([name, persona, input], which) => {
      const ratio = at(ratios[which]!, 0.5)
      const [few = 0, many = 0] = last.map((times) => times[which]!)
      process.stdout.write(
        `${`${name} ${JSON.stringify(input)} ${persona}`.padEnd(64)} ${few.toFixed(1)} → ${many.toFixed(1)} ms  ${ratio.toFixed(2)} ×${ratio > ratioMax ? '  OVER' : ''}\n`,
      )
    })
  } finally {
    await world.close()
  }
}
