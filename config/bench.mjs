// `npm run bench [-- name[:only]…]`: bundles each test/bench/<name>.ts and runs it; every figure comes with what it is measured against.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'test/bench')
const known = fs
  .readdirSync(folder)
  .filter((file) => /^[\w-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
const wanted = process.argv.slice(2).map((name) => name.split(':'))
const [unknown] = wanted.find(([name]) => !known.includes(name)) ?? []
if (unknown) {
  console.error(`There is no bench "${unknown}"; choose from ${known.join(', ')}.`)
  process.exit(2)
}
await ensureInstalled((line) => console.error(line))
const { build } = await import('esbuild')
for (const [name, only] of wanted.length > 0 ? wanted : known.map((one) => [one])) {
  const outfile = path.join(root, 'dist/bench', `${name}.cjs`)
  await build({
    entryPoints: [path.join(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql', 'fastify', '@fastify/static', 'esbuild', 'playwright-core', 'axe-core', '@sparticuz/chromium'],
    alias: { '@': path.join(root, 'src'), '@cloud': path.join(root, 'cloudfunctions') },
    logLevel: 'warning',
  })
  console.log(`\n${name}`)
  await createRequire(import.meta.url)(outfile).run(only)
}
process.exit(0)
