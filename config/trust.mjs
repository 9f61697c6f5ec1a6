/**
 * `npm run trust -- <name> [--seed N] [--count N]`: runs a long check whole. Each is a file test/trust/<name>.ts that exports
 * `suite` (see test/support/trust.ts). A run that was cut off goes on where it was when it is given the same seed. What was
 * measured goes to docs/figures.md, with the seed.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeFigures } from './figures.mjs'
import { ensureInstalled } from './install.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'test/trust')
const cache = path.join(root, 'node_modules/.cache/trust')
const known = fs
  .readdirSync(folder)
  .filter((file) => /^[\w-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
const fail = (sentence, code = 1) => {
  console.error(sentence)
  process.exit(code)
}

const readWords = (words) => {
  const options = { name: undefined, seed: undefined, count: undefined }
  for (let at = 0; at < words.length; at++) {
    const [word, joined] = words[at].split(/=(.*)/s)
    if (word === '--seed' || word === '--count') {
      const value = Number(joined ?? words[++at])
      if (!Number.isSafeInteger(value) || value < 0) fail(`${word} takes a whole number.`, 2)
      options[word.slice(2)] = value
    } else if (known.includes(word) && options.name === undefined) options.name = word
    else fail(`There is no long check or flag "${words[at]}"; choose from ${known.join(', ')}.`, 2)
  }
  if (options.name === undefined) fail(`Which one? ${known.join(', ')}.`, 2)
  return options
}

const bundle = async (name) => {
  const { build } = await import('esbuild')
  const outfile = path.join(cache, `${name}.cjs`)
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(folder, `${name}.ts`), path.join(root, 'test/support/trust.ts')],
    outdir: cache,
    entryNames: '[name]',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql', 'esbuild'],
    alias: { '@': path.join(root, 'src'), '@cloud': path.join(root, 'cloudfunctions') },
    logLevel: 'warning',
  })
  const require = createRequire(import.meta.url)
  return { suite: require(outfile).suite, chanceOf: require(path.join(cache, 'trust.cjs')).chanceOf }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const rounded = (number) => Math.round(number * 10) / 10

/** One line a measured name: all of it together, and how it spread over the steps. */
const summaryOf = (measures) =>
  Object.entries(measures).map(([name, numbers]) =>
    numbers.length === 1
      ? `${name}: ${rounded(numbers[0])}`
      : `${name}: median ${rounded(median(numbers))}, at most ${rounded(Math.max(...numbers))}, together ${rounded(numbers.reduce((sum, one) => sum + one, 0))}`,
  )

const collect = (measures, more) => {
  for (const [name, number] of Object.entries(more)) (measures[name] ??= []).push(number)
}

const options = readWords(process.argv.slice(2))
await ensureInstalled((line) => console.error(line))
process.chdir(root)
const { suite, chanceOf } = await bundle(options.name)
const seed = options.seed ?? Math.floor(Math.random() * 1e9)
const count = options.count ?? suite.count
const own = path.join(cache, `${options.name}-${seed}`)
const progressFile = path.join(own, 'progress.json')
fs.mkdirSync(own, { recursive: true })
const progress = fs.existsSync(progressFile)
  ? JSON.parse(fs.readFileSync(progressFile, 'utf8'))
  : { done: 0, measures: {} }
console.log(`${options.name}: seed ${seed}, ${count} steps${progress.done ? `, going on after ${progress.done}` : ''}`)

const running = await suite.open({ folder: own, seed })
const stop = () => void running.close().finally(() => process.exit(130))
process.on('SIGINT', stop).on('SIGTERM', stop)
let index = progress.done
try {
  for (; index < count; index++) {
    collect(progress.measures, await running.step({ index, random: chanceOf(seed, index) }))
    progress.done = index + 1
    fs.writeFileSync(`${progressFile}.new`, JSON.stringify(progress))
    fs.renameSync(`${progressFile}.new`, progressFile)
    if (progress.done % 10 === 0) console.log(`${progress.done} of ${count}`)
  }
  collect(progress.measures, await running.finish())
} catch (error) {
  await running.close()
  fail(
    `Failed at step ${index} of seed ${seed}: ${error instanceof Error ? error.stack : error}\nWhat it left is in ${own}.`,
  )
}
await running.close()
const lines = summaryOf(progress.measures)
lines.forEach((line) => console.log(line))
writeFigures(path.join(root, 'docs/figures.md'), options.name, [
  suite.guarantee,
  '',
  `Seed ${seed}, ${count} steps, Node ${process.versions.node}, ${os.cpus().length} cores: \`npm run trust -- ${options.name} --seed ${seed} --count ${count}\``,
  '',
  ...lines.map((line) => `- ${line}`),
])
fs.rmSync(own, { recursive: true, force: true })
process.exit(0)
