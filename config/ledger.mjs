// `npm run ledger -- verify [--data .data | --cloud]`: recomputes the points ledger. Exit 0 when it holds, 1 when it does not.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCodes, FlagError, readLedgerWords } from './flags.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const say = (line) => process.stderr.write(`${line}\n`)
const fail = (error, code) => {
  say(error instanceof Error ? error.message : String(error))
  process.exit(code)
}

let words
try {
  words = readLedgerWords(process.argv.slice(2))
} catch (error) {
  fail(error, error instanceof FlagError ? exitCodes.BAD_FLAG : 1)
}
try {
  const { ensureInstalled } = await import('./install.mjs')
  await ensureInstalled(say)
  const { build } = await import('./build.mjs')
  await build(['local'], { log: say })
  const { verify } = createRequire(import.meta.url)(path.join(root, 'dist/local/ledger.cjs'))
  const data = words.isCloud ? null : path.resolve(process.cwd(), words.data)
  const holds = await verify(data, (line) => process.stdout.write(`${line}\n`))
  process.exit(holds ? 0 : 1)
} catch (error) {
  fail(error, exitCodes[error?.code] ?? 1)
}
