// `npm run backup -- <file> [--data .data]` and `npm run restore -- <file> [--data .data]`; which one is the first word.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCodes, FlagError, readBackupWords } from './flags.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const say = (line) => process.stderr.write(`${line}\n`)
const fail = (error, code) => {
  say(error instanceof Error ? error.message : String(error))
  process.exit(code)
}

let words
try {
  words = readBackupWords(process.argv.slice(2))
} catch (error) {
  fail(error, error instanceof FlagError ? exitCodes.BAD_FLAG : 1)
}
try {
  const { ensureInstalled } = await import('./install.mjs')
  await ensureInstalled(say)
  const { build } = await import('./build.mjs')
  await build(['local'], { log: say })
  const local = createRequire(import.meta.url)(path.join(root, 'dist/local/backup.cjs'))
  const at = (given) => path.resolve(process.cwd(), given)
  local[words.verb](at(words.file), at(words.data), (line) => process.stdout.write(`${line}\n`))
} catch (error) {
  fail(error, exitCodes[error?.code] ?? 1)
}
