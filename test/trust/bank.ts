import fs from 'node:fs'
import path from 'node:path'
import { init } from '@cloudbase/node-sdk'
import { createStore, type Store } from '@cloud/store/store'
import { dayMs, minuteMs } from '@/shared/kernel/time'
import { checkApplied, lookAtAll, lookOnce } from '../support/bank-checks'
import { BankLane, Known } from '../support/bank-lane'
import { declared, settleTown } from '../support/bank-town'
import { bundleCloud, startCloudProcess, type CloudProcess } from '../support/cloud-process'
import { bundleFunction, FunctionProcess } from '../support/function-process'
import { chanceOf, type Suite } from '../support/trust'

const lanes = 4
/** Things asked in one step, after which everything goes down. */
const asked = 100
/** Steps that go on with the same ledger: ten thousand things asked. */
const stepsPerLedger = 100
const begin = Date.parse('2026-01-31T01:00:00.000Z')

/** The community's time at a step: an hour later, or so much that holds end and, within a ledger, points do as well. */
const timeOf = (step: number): number => begin + Math.floor(step / 2) * 17 * dayMs + (step % 2) * 60 * minuteMs

const openStore = (environment: Record<string, string>): Store => {
  Object.assign(process.env, environment, { SILENCE: 'true' })
  return createStore({
    database: init({ env: 'local-test' }).database(),
    random: Math.random,
    elapsed: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
// What a dead function left locked is let go soon, so that the others need not wait for thirty seconds.
const openCloud = (dataDir: string): Promise<CloudProcess> =>
  startCloudProcess(dataDir, declared, { transactionSeconds: 5 })

/** Looks at everything again and again while others write; answers how often, throws what was wrong. */
const lookOn = async (store: Store, isOver: () => boolean): Promise<number> => {
  let looks = 0
  while (!isOver()) {
    try {
      await lookOnce(store)
      looks++
    } catch (error) {
      // A look that the database cut short says nothing about what was seen.
      if (!('code' in (error as object))) throw error
    }
    await pause(150)
  }
  return looks
}

/** The love bank used at random, through the wire, by several clients at once, with functions and the cloud dying under them. */
export const suite: Suite = {
  guarantee: `10 ledgers of ${asked * stepsPerLedger} things asked at random through the wire by ${lanes} clients at once, functions and the cloud killed under them: at every look sums hold, stock moves with the hold, nothing is negative; every id is applied once`,
  count: 1000,
  async open({ folder, seed }) {
    bundleCloud()
    bundleFunction()
    const servers = Array.from({ length: lanes }, () => new FunctionProcess())
    let cloud: CloudProcess | null = null
    let store: Store | null = null
    let known = new Known()
    let ledger = -1
    const folderOf = (which: number) => path.join(folder, `ledger-${which}`)
    const reopen = async (): Promise<Store> => {
      cloud = await openCloud(folderOf(ledger))
      store = openStore(cloud.environment)
      for (const server of servers) await server.pointAt(cloud.environment)
      return store
    }
    const turnTo = async (which: number): Promise<void> => {
      await cloud?.kill()
      if (ledger >= 0) fs.rmSync(folderOf(ledger), { recursive: true, force: true })
      ledger = which
      known = new Known()
      await settleTown(folderOf(which), begin)
      await reopen()
    }
    return {
      async step({ index, random }) {
        const began = performance.now()
        const which = Math.floor(index / stepsPerLedger)
        if (which !== ledger) await turnTo(which)
        const before = await lookAtAll(store!)
        known.done.clear()
        known.refused.clear()
        let now = timeOf(index % stepsPerLedger)
        const clock = () => (now += 1000)
        const run = `s${seed}-${index}-${Date.now().toString(36)}`
        const working = servers.map(
          (server, at) => new BankLane(`${run}-${at}`, server, known, chanceOf(seed, 1000 + index * lanes + at), clock),
        )
        const answered = () => working.reduce((sum, lane) => sum + lane.answered, 0)
        // One function dies at a random moment and another takes its place; and the cloud goes down, half the time in the middle.
        const killAt = random() < 0.7 ? Math.floor(random() * asked) : Infinity
        const victim = servers[Math.floor(random() * lanes)]!
        const cutAt = random() < 0.5 ? Math.floor(random() * asked) : Infinity
        let isOver = false
        const looking = lookOn(store!, () => isOver)
        const lanesDone = Promise.all(working.map((lane) => lane.work(asked / lanes)))
        const watching = (async () => {
          let isKilled = false
          while (!isOver && answered() < cutAt) {
            await pause(2)
            if (isKilled || answered() < killAt) continue
            isKilled = true
            await pause(random() * 15)
            victim.kill()
          }
        })()
        await Promise.race([lanesDone, watching, looking]).finally(() => (isOver = true))
        const workMs = performance.now() - began
        for (const lane of working) lane.stop()
        await cloud!.kill()
        const looks = await looking
        await lanesDone
        const downMs = performance.now() - began
        const { readyMs } = (await reopen(), cloud!)
        // What was cut short is asked once more, and what had not come to be asked yet is asked now.
        await Promise.all(working.map((lane) => lane.settle(asked / lanes)))
        for (const lane of working) await lane.repeat()
        const settledMs = performance.now() - began
        const after = await lookAtAll(store!)
        checkApplied(before, after, known.done)
        const yes = [...known.done.values()].reduce((sum, one) => sum + one, 0)
        return {
          answered: answered(),
          yes,
          looks,
          transfers: after.transfers,
          readyMs,
          workMs,
          downMs,
          settledMs,
          ms: performance.now() - began,
        }
      },
      async finish() {
        return {}
      },
      async close() {
        for (const server of servers) server.kill()
        await cloud?.kill()
      },
    }
  },
}
