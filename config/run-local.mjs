// What `backup`, `restore`, `ledger` and `consent` have in common: words, installation, a build of the local programs, and how they end.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCodes, FlagError } from './flags.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const say = (line) => process.stderr.write(`${line}\n`)
const fail = (error, code) => {
  say(error instanceof Error ? error.message : String(error))
  process.exit(code)
}

/** A line of what was asked for, on stdout; all else goes to stderr. */
export const print = (line) => process.stdout.write(`${line}\n`)
/** A path as it was typed, from where the command was given. */
export const at = (given) => path.resolve(process.cwd(), given)

/**
 * Reads the words after the command, makes sure that `dist/local/<program>.cjs` is there and up to date, and hands both to `work`,
 * whose number, if it answers one, is the exit code.
 */
export const runLocal = async (program, readWords, work) => {
  let words
  try {
    words = readWords(process.argv.slice(2))
  } catch (error) {
    fail(error, error instanceof FlagError ? exitCodes.BAD_FLAG : 1)
  }
  try {
    const { ensureInstalled } = await import('./install.mjs')
    await ensureInstalled(say)
    const { build } = await import('./build.mjs')
    await build(['local'], { log: say })
    const code = await work(createRequire(import.meta.url)(path.join(root, `dist/local/${program}.cjs`)), words)
    if (code !== undefined) process.exit(code)
  } catch (error) {
    fail(error, exitCodes[error?.code] ?? 1)
  }
}
