// `npm start`: installs what is missing, builds what is stale, starts the local cloud. Needs nothing but Node, so that it
// can run before anything is installed. Progress goes to stderr; stdout carries the `Ready` line and the people.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCodes, FlagError, readFlags } from './flags.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const say = (line) => process.stderr.write(`${line}\n`)
const fail = (sentence, code = 1) => {
  say(sentence)
  process.exit(code)
}

let flags
try {
  flags = readFlags(process.argv.slice(2))
} catch (error) {
  fail(error instanceof FlagError ? error.message : String(error), exitCodes.BAD_FLAG)
}

// A signal may come at any time: while something is still being built, or the cloud is still opening, which then closes as
// soon as it is open.
let opened = null
let isStopping = false
const stop = () => {
  if (isStopping) return
  isStopping = true
  const end = () => process.exit(0)
  if (opened === null) end()
  else opened.then((close) => close()).then(end, end)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

try {
  const { ensureInstalled } = await import('./install.mjs')
  await ensureInstalled(say)
  const { build } = await import('./build.mjs')
  await build(['cloud', 'local', 'h5'], { log: say })
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

const { run } = createRequire(import.meta.url)(path.join(root, 'dist/local/start.cjs'))
try {
  opened = run({ ...flags, data: path.resolve(process.cwd(), flags.data), root })
  await opened
} catch (error) {
  fail(error instanceof Error ? error.message : String(error), exitCodes[error?.code] ?? 1)
}
