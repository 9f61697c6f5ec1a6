/**
 * `node config/fit-duplicates.mjs`: fits how much each sign says of two reports being one thing to the labelled pairs of test/data, and
 * writes it to src/shared/domain/issues/duplicate-weights.json. Needed whenever the lists of words or the pairs change.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { format } from 'prettier'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const outfile = path.join(root, 'node_modules/.cache/fit-duplicates.cjs')
const target = path.join(root, 'src/shared/domain/issues/duplicate-weights.json')
if (!fs.existsSync(target)) fs.writeFileSync(target, '{}')
await build({
  absWorkingDir: root,
  entryPoints: ['test/support/duplicate-pairs.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  alias: { '@': path.join(root, 'src') },
  logLevel: 'warning',
})
const { developmentSets, fitted, readPairs, rowsOf } = createRequire(import.meta.url)(outfile)
const folder = path.join(root, 'test/data')
const weights = fitted(developmentSets.flatMap(({ name, times }) => rowsOf(readPairs(name, folder), times)))
fs.writeFileSync(target, await format(JSON.stringify(weights), { parser: 'json' }))
console.log(weights)
