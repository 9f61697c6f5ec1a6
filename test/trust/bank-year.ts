import path from 'node:path'
import { auditLedger } from '@cloud/runtime/audit-ledger'
import { LedgerSums } from '@/shared/domain/lovebank/audit'
import { addDays, dayOf, startOfDay } from '@/shared/kernel/time'
import type { YearSize } from '@cloud/sample/year'
import { morning, openTestCloud } from '../support/cloud'
import type { Suite } from '../support/trust'
import { compareYears, yearOf, YearReplay } from '../support/year-replay'

const today = dayOf(morning)
const daysOfYear = 365

/** A year of the sample, replayed through the product a week at a time. */
export const replayOf = (size: YearSize & { days: number }): Suite => ({
  guarantee: `${size.days} days of a love bank with ${size.volunteers} volunteers and their families, replayed call by call through the product: every member comes to the same balance, line by line, as by the rules alone; the books close to zero`,
  count: Math.ceil((size.days + 1) / 7),
  async open({ folder, seed }) {
    const year = yearOf(today, { ...size, seed })
    const first = addDays(today, -size.days)
    const world = await openTestCloud({ dataDir: path.join(folder, 'data') })
    const replay = new YearReplay(world, year, first)
    await replay.begin()
    replay.match()
    return {
      async step({ index }) {
        const began = performance.now()
        const from = startOfDay(addDays(first, index * 7))
        const to = startOfDay(addDays(first, index * 7 + 7))
        let done = 0
        for (const [number, act] of year.acts.entries()) {
          if (act.at < from || act.at >= to) continue
          await replay.perform(act, number + 1)
          done++
        }
        return { acts: done, ms: performance.now() - began }
      },
      async finish() {
        const { sums, balances, broken, accounts } = await auditLedger(world.runtime.store, new LedgerSums())
        if (broken) throw new Error(JSON.stringify(broken))
        if (sums.outstanding() !== balances) throw new Error(`${balances} is left, and ${sums.outstanding()} given out`)
        const transfers = [...sums.byKind.values()].reduce((sum, one) => sum + one.transfers, 0)
        return { members: compareYears(world, year, replay), accounts, transfers, balances }
      },
      close: () => world.close(),
    }
  },
})

export const suite = replayOf({ volunteers: 400, redemptionsADay: 5, days: daysOfYear })
