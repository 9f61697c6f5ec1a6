// `npm run consent -- verify <export> --root <hash>`: recounts an exported log of answers. Exit 0 when it holds, 1 when it does not.
import { readConsentWords } from './flags.mjs'
import { at, print, runLocal } from './run-local.mjs'

await runLocal('consent', readConsentWords, ({ verify }, { file, root }) => (verify(at(file), root, print) ? 0 : 1))
