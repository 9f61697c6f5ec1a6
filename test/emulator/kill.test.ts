import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf } from '../support/trust'
import { suite } from '../trust/kill'

jest.setTimeout(180_000)

const kills = 20
const seed = Number(process.env.TRUST_SEED ?? Math.floor(Math.random() * 1e9))

test(`every acknowledged write survives ${kills} kills, no transaction is half there, and the cloud is soon ready again`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-kill-'))
  const running = await suite.open({ folder, seed })
  let kill = 0
  let acknowledged = 0
  try {
    for (; kill < kills; kill++)
      acknowledged += Number((await running.step({ index: kill, random: chanceOf(seed, kill) })).acknowledged)
    await running.finish()
  } catch (error) {
    throw new Error(`seed ${seed}, kill ${kill}: ${(error as Error).message}`)
  } finally {
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  }
  expect(acknowledged).toBeGreaterThan(kills * 10)
})
