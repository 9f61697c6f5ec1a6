import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const root = path.resolve(__dirname, '../..')
const cache = path.join(root, 'node_modules/.cache/browser')
/** Where every screen that a test walks through is left to be looked at. */
export const output = path.join(root, 'test/output')

const fontFolders = ['400Regular', '500Medium', '700Bold'].map((weight) =>
  path.join(root, 'node_modules/@expo-google-fonts/noto-sans-sc', weight),
)

const fontsConf = (): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fontFolders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}/fonts</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`

/** Puts an unpacked browser in place, unless another test was quicker: one in use is never pulled away. */
const adopt = (aside: string): void => {
  if (!fs.existsSync(path.join(cache, 'done'))) {
    fs.rmSync(cache, { recursive: true, force: true })
    try {
      return fs.renameSync(aside, cache)
    } catch (error) {
      if (!fs.existsSync(path.join(cache, 'done'))) throw error
    }
  }
  fs.rmSync(aside, { recursive: true, force: true })
}

/**
 * The browser that comes from the npm registry, with its own libraries and our own Chinese font, unpacked once. Nothing of the
 * machine's own browsers, libraries or fonts is used, so a bare machine shows the same picture.
 */
export const unpack = (): { executablePath: string; env: Record<string, string> } => {
  if (!fs.existsSync(path.join(cache, 'done'))) {
    const aside = `${cache}-${process.pid}`
    fs.mkdirSync(aside, { recursive: true })
    // In a process of its own, because the package asks the operating system where to unpack, and jest has its own environment.
    execFileSync(process.execPath, ['-e', "require('@sparticuz/chromium').executablePath()"], {
      cwd: root,
      env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    })
    if (!fs.existsSync(path.join(aside, 'chromium'))) throw new Error('the browser package unpacked no browser')
    fs.writeFileSync(path.join(aside, 'done'), '')
    adopt(aside)
  }
  fs.writeFileSync(path.join(cache, 'fonts.conf'), fontsConf())
  return {
    executablePath: path.join(cache, 'chromium'),
    env: {
      PATH: process.env.PATH ?? '',
      HOME: cache,
      LD_LIBRARY_PATH: path.join(cache, 'al2023/lib'),
      FONTCONFIG_FILE: path.join(cache, 'fonts.conf'),
      LANG: 'zh_CN.UTF-8',
    },
  }
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

/** `more`: further flags, for what only they can bring about, such as a camera. */
export const launch = (more: readonly string[] = []): Promise<Browser> => {
  const { executablePath, env } = unpack()
  return chromium.launch({ executablePath, env, args: [...flags, ...more], headless: true })
}

/** A phone with what went wrong on it. */
export interface Phone {
  page: Page
  context: BrowserContext
  /** Errors of scripts and the console, requests that failed, and requests that left our own origin. A clean walk leaves it empty. */
  faults: string[]
  close(): Promise<void>
}

/** A phone of 390 × 844 points at twice the density, in Chinese, in the community's time zone. */
export const openPhone = async (browser: Browser, origin: string): Promise<Phone> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text().slice(0, 300)}`)
  })
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) faults.push(`foreign: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`answered ${response.status()}: ${response.url()}`)
  })
  return { page, context, faults, close: () => context.close() }
}

/** A phone in the hands of a person of the sample, at the first screen, as whoever opens the address gets there. */
export const openAs = async (browser: Browser, origin: string, persona: string): Promise<Phone> => {
  const { personas } = (await (await fetch(`${origin}/dev/personas`)).json()) as {
    personas: { id: string; name: string }[]
  }
  const { name } = personas.find(({ id }) => id === persona)!
  const phone = await openPhone(browser, origin)
  const { page } = phone
  await page.goto(origin)
  await page.getByPlaceholder('搜姓名、岗位或网格').fill(name)
  await page.getByRole('button', { name }).locator('visible=true').first().click()
  await page.getByRole('switch', { name: /大字版/ }).waitFor()
  return phone
}

/** Leaves a picture of what is on the phone. */
export const screenshot = async (page: Page, name: string): Promise<void> => {
  fs.mkdirSync(output, { recursive: true })
  await page.screenshot({ path: path.join(output, `${name}.png`), animations: 'disabled' })
}

const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What assistive technology would stumble over, serious and critical only, one line each. */
export const barriers = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource)
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes[0]?.html.slice(0, 160) ?? ''}`)
}

/** Elements whose text is cut off or that stick out of the screen sideways; one line each. */
export const clippings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const width = document.documentElement.clientWidth
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      if (box.width === 0 || box.height === 0 || style.visibility === 'hidden') continue
      const words = [...element.childNodes].some(
        (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
      )
      if (!words) continue
      const scrolls = element.closest('[data-scrolls-sideways]')
      if (!scrolls && (box.right > width + 1 || box.left < -1) && box.top < innerHeight)
        found.push(`sticks out: ${element.textContent?.trim().slice(0, 30)}`)
      if (
        style.overflow === 'hidden' &&
        style.textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1
      )
        found.push(`cut off: ${element.textContent?.trim().slice(0, 30)}`)
    }
    return found
  })

/** What comes out of the printer when the page is printed now, in the dark too; leaves its picture, and the screen as it was. */
export const printed = async (page: Page, name: string) => {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  const screen = page.viewportSize()!
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  // The width of A4 between its margins, in CSS pixels.
  await page.setViewportSize({ width: 658, height: 980 })
  const sheet = await page.evaluate(() => {
    const shown = [...document.body.children].filter((one) => getComputedStyle(one).display !== 'none')
    const style = getComputedStyle(shown[0]!)
    return {
      shown: shown.map(({ className }) => className),
      words: (shown[0] as HTMLElement).innerText,
      colours: [style.color, style.backgroundColor],
    }
  })
  await page.screenshot({ path: path.join(output, `${name}.png`), fullPage: true })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen', colorScheme: null })
  await page.setViewportSize(screen)
  return { ...sheet, pages }
}
