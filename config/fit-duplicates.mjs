/**
 * `node config/fit-duplicates.mjs`: fits how much each sign says of two reports being one thing to the labelled pairs of test/data, and
 * writes it to src/shared/domain/issues/duplicate-weights.json. Needed whenever the lists of words or the pairs change. Then says how
 * each set is judged by weights fitted to the others alone, over scores from which on two are taken for one.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { format } from 'prettier'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const outdir = path.join(root, 'node_modules/.cache/fit-duplicates')
const target = path.join(root, 'src/shared/domain/issues/duplicate-weights.json')
if (!fs.existsSync(target)) fs.writeFileSync(target, '{}')
await build({
  absWorkingDir: root,
  entryPoints: ['test/support/duplicate-measure.ts', 'test/support/duplicate-pairs.ts'],
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  alias: { '@': path.join(root, 'src') },
  logLevel: 'warning',
})
const required = createRequire(import.meta.url)
const { developmentSets, fitted, readPairs, rowsOf } = required(path.join(outdir, 'duplicate-pairs.cjs'))
const { leftOutByLabeller, summed, wordsOf } = required(path.join(outdir, 'duplicate-measure.cjs'))
const folder = path.join(root, 'test/data')
const weights = fitted(developmentSets.flatMap((set) => rowsOf(readPairs(set.name, folder), set)))
fs.writeFileSync(target, await format(JSON.stringify(weights), { parser: 'json' }))
console.log(weights)

const sets = leftOutByLabeller(folder)
for (const from of [0.5, 0.55, 0.6, 0.65, 0.7, 0.75]) {
  console.log(`each set left out, from ${from} on`)
  const each = sets.map(({ name, times, measuredFrom }) => ({ name, times, ...measuredFrom(from) }))
  const everyday = summed(each.filter(({ times }) => times >= 1))
  for (const { name, recall, precision } of [...each, { name: 'all but the hard ones', ...everyday }])
    console.log(`  ${name.padEnd(30)} recall ${wordsOf(recall)}, precision ${wordsOf(precision)}`)
}
