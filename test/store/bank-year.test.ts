import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf } from '../support/trust'
import { replayOf } from '../trust/bank-year'

jest.setTimeout(240_000)
const seed = Number(process.env.TRUST_SEED ?? 20261127)

test('two weeks of a love bank, replayed call by call: everybody comes to what the rules alone come to, line by line', async () => {
  const suite = replayOf({ volunteers: 40, redemptionsADay: 3, days: 13 })
  const folder = mkdtempSync(join(tmpdir(), 'bank-year-'))
  const running = await suite.open({ folder, seed })
  try {
    let acts = 0
    for (let index = 0; index < suite.count; index++)
      acts += Number((await running.step({ index, random: chanceOf(seed, index) })).acts)
    expect(acts).toBeGreaterThan(250)
    const { members, transfers } = await running.finish()
    expect(Number(members)).toBeGreaterThan(20)
    expect(Number(transfers)).toBeGreaterThan(50)
  } finally {
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
