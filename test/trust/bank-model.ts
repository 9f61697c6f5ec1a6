import { BankModel } from '../support/bank-model'
import type { Suite } from '../support/trust'

/** Things asked in one step. */
export const operations = 10_000

/** The rules of the love bank under every order in which transactions can meet, without a wire between. */
export const suite: Suite = {
  guarantee: `100 runs of ${operations} things asked by eight at once, on the rules alone, with functions and the database dying: after every commit sums hold, stock moves with the hold, nothing is negative; every id is applied once`,
  count: 100,
  open: async () => ({
    async step({ random }) {
      const began = performance.now()
      const model = new BankModel(random)
      model.run(operations)
      const { answered, refused, died, conflicts } = model
      return { answered, refused, died, conflicts, ms: performance.now() - began }
    },
    finish: async () => ({}),
    close: async () => undefined,
  }),
}
