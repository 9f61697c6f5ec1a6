import { issueMoveNames } from '@/shared/kernel/vocabulary'
import { chanceOf } from '../../support/trust'
import { movesPerStep, suite } from '../../trust/moves'

const steps = 20
const seed = Number(process.env.TRUST_SEED ?? Math.floor(Math.random() * 1e9))

test(`whatever is tried in ${steps * movesPerStep} moves, in any order and at any time, an issue keeps its promises`, async () => {
  const walks = await suite.open({ folder: '', seed })
  for (let index = 0; index < steps; index++) {
    try {
      await walks.step({ index, random: chanceOf(seed, index) })
    } catch (error) {
      throw new Error(`seed ${seed}, step ${index}: ${(error as Error).message}`)
    }
  }
  expect(Object.keys(await walks.finish())).toEqual(Object.keys(issueMoveNames).sort())
})
