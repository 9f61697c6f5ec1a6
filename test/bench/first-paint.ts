import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { launch, openAs } from '../support/browser'
import { startProduct } from '../support/product'

const root = process.cwd()
const rounds = 9
/** What the product may take beside a page of Taro with one word on it, on a phone four times slower than this machine. */
const ratioMax = 1.15
const slowdown = 4

const bare: Record<string, string> = {
  'package.json': '{ "name": "bare", "private": true }',
  'src/app.config.ts': `export default defineAppConfig({ pages: ['pages/index/index'] })`,
  'src/app.tsx': `export default function App({ children }: { children?: unknown }) { return children }`,
  'src/pages/index/index.tsx': `import { View } from '@tarojs/components'
export default function Index() { return <View>空页</View> }`,
}

/** Builds the least that Taro builds, with this project's own configuration, and answers the folder it lies in. */
const buildBare = (): string => {
  const folder = path.join(root, 'dist/.work/bare')
  fs.rmSync(folder, { recursive: true, force: true })
  for (const [file, text] of Object.entries(bare)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  for (const shared of ['config/index.ts', 'config/babel.cjs', 'config/taro-aria', 'tsconfig.json', 'src/index.html'])
    fs.cpSync(path.join(root, shared), path.join(folder, shared), { recursive: true })
  execFileSync(process.execPath, [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5'], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TARO_ENV: 'h5',
      TARO_OUTPUT: 'out',
      BROWSERSLIST_IGNORE_OLD_DATA: '1',
    },
    stdio: 'ignore',
  })
  return path.join(folder, 'out')
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves a folder gzipped, as the product serves its own. */
const serve = async (folder: string): Promise<http.Server> => {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, request.url === '/' ? 'index.html' : (request.url ?? '').split('?')[0]!)
    if (!fs.existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': types[path.extname(file)] ?? 'text/plain',
      'content-encoding': 'gzip',
    })
    return response.end(gzipSync(fs.readFileSync(file)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** Milliseconds to the first contentful paint in a browser that has never been there. */
const paintMs = async (browser: Browser, url: string, storageState?: BrowserContextOptions['storageState']) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, storageState })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const at = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime)
  await context.close()
  return at
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Prints when a browser shows the first thing: the product's home for somebody signed in, beside the bare page, in turn. */
export async function run(): Promise<void> {
  const server = await serve(buildBare())
  const bareUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const product = await startProduct()
  const browser = await launch()
  try {
    const phone = await openAs(browser, product.url, 'resident-grid-6')
    const signedIn = await phone.context.storageState()
    await phone.close()
    const times: Record<'bare' | 'home', number[]> = { bare: [], home: [] }
    for (let round = 0; round < rounds; round++) {
      times.bare.push(await paintMs(browser, bareUrl))
      times.home.push(await paintMs(browser, `${product.url}/`, signedIn))
    }
    const ratio = median(times.home) / median(times.bare)
    const row = (what: string, ms: number) => console.log(`${what.padEnd(26)}${ms.toFixed(0).padStart(6)} ms`)
    console.log(`first contentful paint, ${slowdown}× slowed, gzip, median of ${rounds} in turn`)
    row('a bare page of Taro', median(times.bare))
    row('home, signed in', median(times.home))
    console.log(
      `${'ratio'.padEnd(26)}${ratio.toFixed(2).padStart(6)}  (bound ≤ ${ratioMax})${ratio > ratioMax ? '  OVER' : ''}`,
    )
  } finally {
    await browser.close()
    await product.stop()
    server.close()
    fs.rmSync(path.join(root, 'dist/.work/bare'), { recursive: true, force: true })
  }
}
