import path from 'node:path'
import { init } from '@cloudbase/node-sdk'
import { auditLedger } from '@cloud/runtime/audit-ledger'
import { collections } from '@cloud/store/collections'
import { createStore, type Store } from '@cloud/store/store'
import { LedgerSums } from '@/shared/domain/lovebank/audit'
import { dayMs } from '@/shared/kernel/time'
import { BankLane, checkAcknowledged } from '../support/bank-lane'
import { bundleCloud, startCloudProcess } from '../support/cloud-process'
import { chanceOf, type Suite } from '../support/trust'

const declared = Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes }))
const lanes = 5
const members = 6
/** Things asked in one step, after which everything goes down. */
const asked = 100
const begin = Date.parse('2026-01-31T01:00:00.000Z')

/** The store of a function that starts anew: the cloud it speaks to has another secret and port after every death. */
const storeOn = (environment: Record<string, string>): Store => {
  Object.assign(process.env, environment, { SILENCE: 'true' })
  return createStore({
    database: init({ env: 'local-test' }).database(),
    random: Math.random,
    elapsed: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
}

/** Throws unless every account is what its transfers say, and all of them together what the system accounts say. */
const checkLedger = async (store: Store): Promise<number> => {
  const report = await auditLedger(store, new LedgerSums())
  if (report.broken) throw new Error(JSON.stringify(report.broken))
  if (report.sums.outstanding() !== report.balances)
    throw new Error(`balances of ${report.balances}, and ${report.sums.outstanding()} given out`)
  return [...report.sums.byKind.values()].reduce((sum, { transfers }) => sum + transfers, 0)
}

/** Points moved at random through the wire by several functions at once, with functions and the cloud dying under them. */
export const suite: Suite = {
  guarantee: `points moved at random by ${lanes} functions at once, each step ended by kill -9: sums hold, nothing is negative, every id is applied once`,
  count: 1000,
  async open({ folder, seed }) {
    const dataDir = path.join(folder, 'data')
    bundleCloud()
    let cloud = await startCloudProcess(dataDir, declared)
    let store = storeOn(cloud.environment)
    let kept = 0
    return {
      async step({ index, random }) {
        const run = `s${index}-${Date.now().toString(36)}`
        // Days pass between steps, so that points end; they may pass while one is under way.
        let now = begin + index * dayMs
        const clock = () => (now += 1000)
        const working = Array.from(
          { length: lanes },
          (_, at) => new BankLane(`${run}-${at}`, members, chanceOf(seed, 1000 + index * lanes + at), clock),
        )
        const each = asked / lanes
        const dying = Math.floor(random() * lanes * 3)
        const ends = working.map((lane, at) =>
          lane.work(store, each, at === dying ? Math.floor(random() * each) : null),
        )
        const isCutShort = random() < 0.5
        const all = Promise.all(ends)
        // A lane that has died never ends by itself, and what it holds is let go only with the cloud.
        const patience = isCutShort ? 20 + random() * 600 : dying < lanes ? 3000 : 60_000
        await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patience))])
        for (const lane of working) lane.stop()
        await cloud.kill()
        cloud = await startCloudProcess(dataDir, declared)
        store = storeOn(cloud.environment)
        let acknowledged = 0
        let refused = 0
        for (const lane of working) {
          await lane.settle(store)
          await checkAcknowledged(store, lane.acknowledged)
          acknowledged += lane.acknowledged.size
          refused += lane.refused
        }
        kept = await checkLedger(store)
        return { acknowledged, refused, readyMs: cloud.readyMs }
      },
      async finish() {
        return { transfersAtTheEnd: await checkLedger(store), transfersBefore: kept }
      },
      close: () => cloud.kill(),
    }
  },
}
