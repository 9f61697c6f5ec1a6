import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf } from '../support/trust'
import { suite } from '../trust/bank'

jest.setTimeout(240_000)

const seeds = process.env.TRUST_SEED
  ? [Number(process.env.TRUST_SEED)]
  : [1, 2, 3].map(() => Math.floor(Math.random() * 1e9))

test.each(seeds)(
  '1,000 things asked of the love bank at once, with functions and the cloud dying under them, keep points and shelf right (seed %i)',
  async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'bank-'))
    const running = await suite.open({ folder, seed })
    let yes = 0
    let step = 0
    try {
      for (; step < 10; step++) yes += Number((await running.step({ index: step, random: chanceOf(seed, step) })).yes)
      await running.finish()
    } catch (error) {
      throw new Error(`seed ${seed}, step ${step}: ${(error as Error).message}`)
    } finally {
      await running.close()
      rmSync(folder, { recursive: true, force: true })
    }
    expect(yes).toBeGreaterThan(300)
  },
)
