import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { unpack } from '../support/browser'
import { startProduct } from '../support/product'

/** The last version that runs on Node 20; fetched when it is asked for, because nothing else needs its 200 packages. */
const lighthouse = 'lighthouse@12.8.2'
const bounds: Record<string, number> = { performance: 90, accessibility: 100, 'best-practices': 100 }
const paints = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']

interface Report {
  categories: Record<string, { score: number }>
  audits: Record<string, { displayValue?: string }>
}

/** Prints what Lighthouse says of the first screen on a phone with a slow line, as it simulates one. */
export async function run(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lighthouse-'))
  const report = path.join(folder, 'report.json')
  const { executablePath, env } = unpack()
  const product = await startProduct()
  try {
    execFileSync(
      'npx',
      [
        ...['--yes', lighthouse, product.url, '--quiet', '--output=json', `--output-path=${report}`],
        '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage',
      ],
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ...env, PATH: process.env.PATH, HOME: folder, CHROME_PATH: executablePath },
      },
    )
    const { categories, audits } = JSON.parse(fs.readFileSync(report, 'utf8')) as Report
    for (const [name, { score }] of Object.entries(categories)) {
      const points = Math.round(score * 100)
      const bound = bounds[name]
      const verdict = bound === undefined ? '' : `  (bound ≥ ${bound})${points < bound ? '  UNDER' : ''}`
      console.log(`${name.padEnd(28)}${String(points).padStart(5)}${verdict}`)
    }
    for (const name of paints) console.log(`${name.padEnd(28)}${(audits[name]?.displayValue ?? '').padStart(8)}`)
  } finally {
    await product.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
