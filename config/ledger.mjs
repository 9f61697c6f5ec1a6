// `npm run ledger -- verify [--data .data | --cloud]`: recomputes the points ledger. Exit 0 when it holds, 1 when it does not.
import { readLedgerWords } from './flags.mjs'
import { at, print, runLocal } from './run-local.mjs'

await runLocal('ledger', readLedgerWords, async ({ verify }, { data, isCloud }) =>
  (await verify(isCloud ? null : at(data), print)) ? 0 : 1,
)
