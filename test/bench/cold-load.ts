import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = process.cwd()
const rounds = 15
/** What a cold instance may cost beside the SDK it cannot do without. */
const ratioMax = 1.1

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** How long a fresh process takes to require a file, in ms. */
const loadMs = (file: string): number =>
  Number(
    execFileSync(
      process.execPath,
      [
        '-e',
        `const t = process.hrtime.bigint(); require(${JSON.stringify(file)}); process.stdout.write(String(Number(process.hrtime.bigint() - t) / 1e6)); process.exit(0)`,
      ],
      { env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'bench' }, encoding: 'utf8' },
    ),
  )

/** Prints how long a cold instance needs to load `api`, beside the SDK alone, bundled the same way, in turn. Build first. */
export async function run(): Promise<void> {
  const api = path.join(root, 'dist/cloudfunctions/api/index.js')
  const folder = fs.mkdtempSync(path.join(root, 'dist/bench/sdk-'))
  const sdk = path.join(folder, 'index.js')
  try {
    await build({
      stdin: {
        contents: `const { init } = require('@cloudbase/node-sdk'); exports.app = init({ env: 'bench' })`,
        resolveDir: root,
      },
      outfile: sdk,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node18',
      minifyWhitespace: true,
      minifySyntax: true,
      charset: 'utf8',
      legalComments: 'none',
    })
    const times: Record<'sdk' | 'api', number[]> = { sdk: [], api: [] }
    for (let round = 0; round < rounds; round++) {
      times.sdk.push(loadMs(sdk))
      times.api.push(loadMs(api))
    }
    const ratio = median(times.api) / median(times.sdk)
    console.log(
      `the SDK alone, bundled   ${median(times.sdk).toFixed(0).padStart(5)} ms (median of ${rounds}, in turn)`,
    )
    console.log(`api                      ${median(times.api).toFixed(0).padStart(5)} ms`)
    console.log(
      `ratio                    ${ratio.toFixed(2).padStart(5)}  (bound ≤ ${ratioMax})${ratio > ratioMax ? '  OVER' : ''}`,
    )
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
