import { oneCaptured, oneReleased } from '@/shared/domain/redemptions/reward'
import { BankModel, type Bugs } from '../../support/bank-model'
import { chanceOf } from '../../support/trust'

const seed = Number(process.env.SEED ?? 20261127)

test('10,000 things asked by eight at once keep points and shelf right after every commit, whatever dies on the way', () => {
  const model = new BankModel(chanceOf(seed, 0))
  model.run(10_000)
  // Otherwise nothing would have been tried.
  expect(model.conflicts).toBeGreaterThan(500)
  expect(model.died).toBeGreaterThan(50)
  expect(model.refused).toBeLessThan(7000)
})

test('the same seed is the same run', () => {
  const once = () => {
    const model = new BankModel(chanceOf(seed, 1))
    model.run(1000)
    const { answered, refused, died, conflicts } = model
    return [answered, refused, died, conflicts]
  }
  expect(once()).toEqual(once())
})

const bugs: Record<string, Bugs> = {
  'two transactions that write one document': { isBlind: true },
  'an id that is done again when it is asked again': { forgetsIds: true },
  'half of what a dead function was writing': { leavesHalves: true },
  'a release that forgets the shelf': { shelf: { oneReleased: (reward) => reward } },
  'a release that puts back one too many': { shelf: { oneReleased: (reward) => oneReleased(oneReleased(reward)) } },
  'a capture that takes another from the shelf': {
    shelf: { oneCaptured: (reward) => ({ ...oneCaptured(reward), stock: reward.stock - 1 }) },
  },
  'a hold that takes nothing from the shelf': { shelf: { oneHeld: (reward) => ({ reward, isNewlyLow: false }) } },
}
test.each(Object.keys(bugs))('the model tells of %s', (name) => {
  expect(() => new BankModel(chanceOf(seed, 2), bugs[name]).run(3000)).toThrow()
})
