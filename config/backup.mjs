// `npm run backup -- <file> [--data .data]` and `npm run restore -- <file> [--data .data]`; which one is the first word.
import { readBackupWords } from './flags.mjs'
import { at, print, runLocal } from './run-local.mjs'

await runLocal('backup', readBackupWords, (local, { verb, file, data }) => local[verb](at(file), at(data), print))
