import { issueMoveNames, type IssueMove } from '@/shared/kernel/vocabulary'
import { lists, moveRequests, reportRequests, requestsMax, requestsWith } from '../capabilities/requests'
import { openTestCloud } from '../support/cloud'

const row = (what: string, requests: number, max: number): string =>
  `${what.padEnd(48)} ${String(requests).padStart(3)}  (bound ≤ ${max})${requests > max ? '  OVER' : ''}\n`

/** Prints how many requests the SDK sends for a report, every move and every list, and that data does not change it. */
export async function run(): Promise<void> {
  const world = await openTestCloud()
  const fresh = async () => {
    world.refill()
    await world.ask('resident-grid-6', 'organization.listGrids', {})
  }
  try {
    await fresh()
    process.stdout.write('SDK requests per call, transaction control counted\n')
    process.stdout.write(row('report, six photos, stand-in', await reportRequests(world), requestsMax.report))
    for (const move of Object.keys(issueMoveNames) as IssueMove[]) {
      await fresh()
      process.stdout.write(row(`move ${move}`, await moveRequests(world, move), requestsMax.move))
    }
    await fresh()
    const few = await requestsWith(world, 10)
    await fresh()
    const many = await requestsWith(world, 2000)
    lists.forEach(([name, persona, input], at) =>
      process.stdout.write(row(`${name} ${JSON.stringify(input)} ${persona}`, many[at + 2]!, requestsMax.list)),
    )
    const isConstant = JSON.stringify(few) === JSON.stringify(many)
    process.stdout.write(`with 10 and with 2,000 issues: ${isConstant ? 'the same' : `${few} and ${many}`}\n`)
  } finally {
    await world.close()
  }
}
