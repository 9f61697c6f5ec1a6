import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type axeCore from 'axe-core'
import { JSDOM, VirtualConsole } from 'jsdom'
import type { Cloud } from '../../emulator'
import { contractDocument } from '../../config/contract-document'
import { contractPage } from '../../config/contract-page'
import { startTestCloud } from './cloud'

jest.setTimeout(60_000)

const hostile = `<script>window.wasRun = 1</script><img src=x onerror="window.wasRun = 1">"'`
let cloud: Cloud

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      { name: 'notes', indexes: [] },
      { name: 'outbox', indexes: [] },
    ],
    functions: {
      echo: {
        folder: join(__dirname, 'functions/echo'),
        timeoutSeconds: 20,
        memoryMb: 128,
        timers: [{ name: 'remind', cron: '0 30 8 * * * *' }],
      },
    },
    personas: [
      { id: 'anna', openid: 'openid-anna', name: `安娜${hostile}`, roles: ['resident'] },
      { id: 'bert', openid: 'openid-bert', name: '伯特', roles: ['worker'] },
    ],
    doors: {
      call: 'echo',
      jobs: 'echo',
      outbox: 'outbox',
      documents: { '/contracts': contractDocument },
      pages: { '/contracts.html': () => contractPage(contractDocument()) },
    },
  })
  cloud.insertDocuments(
    'notes',
    Array.from({ length: 45 }, (_, n) => ({
      _id: n === 7 ? hostile : `n${n}`,
      text: n === 7 ? hostile : `第 ${n} 条`,
    })),
  )
  cloud.insertDocuments('outbox', [{ _id: 'm', text: hostile }])
})
afterAll(() => cloud.close())

const post = async (path: string, body: object, headers = {}) =>
  (
    await fetch(cloud.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  ).json()

interface Page {
  window: JSDOM['window']
  text: (id: string) => string
  click: (selector: string) => void
  until: (holds: () => boolean) => Promise<void>
}
/** The page as a browser has it, with its scripts run. */
const open = async (path: string, scripts: readonly string[]): Promise<Page> => {
  const html = await (await fetch(cloud.url + path)).text()
  const { window } = new JSDOM(html, {
    url: cloud.url + path,
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  })
  const page = window as unknown as { fetch: typeof fetch }
  page.fetch = (asked, options) => fetch(new URL(String(asked), cloud.url), options)
  for (const script of scripts) window.eval(`{${await (await fetch(cloud.url + script)).text()}}`)
  const until = async (holds: () => boolean) => {
    for (let tries = 0; !holds() && tries < 400; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(holds()).toBe(true)
  }
  return {
    window,
    text: (id) => window.document.getElementById(id)?.textContent ?? '',
    click: (selector) => window.document.querySelector<HTMLElement>(selector)!.click(),
    until,
  }
}
const openDev = async (): Promise<Page> => {
  const page = await open('/dev', ['/dev/console.js'])
  await page.until(() => page.text('documents-count').includes('共') && page.text('calls-list') !== '')
  return page
}

const violations = async ({ window }: Page): Promise<string[]> => {
  window.eval(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const axe = (window as unknown as { axe: typeof axeCore }).axe
  // Colours need a browser that paints; they are chosen for 7:1 and more.
  const { violations: found } = await axe.run(window.document, { rules: { 'color-contrast': { enabled: false } } })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' ')}`)
}

test('shows people, collections, documents, outbox, jobs with their next run, clock and calls', async () => {
  const { token } = (await post('/dev/session', { persona: 'anna' })) as { token: string }
  await post('/call', { capability: 'issues.reportIssue', input: {} }, { authorization: `Bearer ${token}` })
  await post('/call', { capability: 'session.getMe', do: 'throw' })
  const page = await openDev()
  expect(page.text('people-list')).toContain('伯特')
  expect(page.text('collection')).toBe('notes（45）outbox（1）')
  expect(page.text('documents-count')).toBe('共 45 条，第 1 / 3 页')
  expect(page.text('documents-list')).toContain('第 19 条')
  expect(page.text('documents-list')).not.toContain('第 20 条')
  expect(page.text('outbox-list')).toContain('"_id": "m"')
  expect(page.text('jobs-list')).toMatch(/remind0 30 8 \* \* \* \*2\d{3}\//)
  expect(page.text('calls-list')).toMatch(/issues\.reportIssueanna\d+成功/)
  expect(page.text('calls-list')).toMatch(/session\.getMe（未登录）\d+INTERNAL/)
})

test('documents are paged and searched, a token takes one tap, a job runs, the clock moves', async () => {
  const page = await openDev()
  page.click('#next')
  await page.until(() => page.text('documents-list').includes('第 20 条'))
  const search = page.window.document.querySelector<HTMLInputElement>('#documents-search')!
  search.value = '第 33'
  page.click('#documents-form button')
  await page.until(() => page.text('documents-count') === '共 1 条，第 1 / 1 页')
  page.click('#people-list tbody tr:nth-child(2) button')
  const token = page.window.document.querySelector<HTMLInputElement>('#token')!
  await page.until(() => token.value !== '')
  expect(await post('/call', {}, { authorization: `Bearer ${token.value}` })).toMatchObject({ openid: 'openid-bert' })
  page.click('#jobs-list button')
  await page.until(() => page.text('status').includes('任务 remind 已运行'))
  const before = cloud.now()
  page.click('[data-seconds="86400"]')
  await page.until(() => page.text('status').includes('时钟已拨到'))
  expect(cloud.now() - before).toBeGreaterThan(86_000_000)
})

test('what people wrote becomes text, never markup, in the console and in what it loads', async () => {
  const page = await openDev()
  expect(page.text('documents-list')).toContain(hostile)
  expect(page.text('people-list')).toContain(hostile)
  expect(page.text('outbox-list')).toContain(JSON.stringify(hostile))
  expect(page.window.document.querySelectorAll('main script, main img')).toHaveLength(0)
  expect((page.window as unknown as { wasRun?: number }).wasRun).toBeUndefined()
  for (const path of ['/dev/documents?collection=notes', '/dev/state', '/dev/outbox'])
    expect((await fetch(cloud.url + path)).headers.get('content-type')).toMatch(/^application\/json/)
})

test('every capability is on the contracts page by its Chinese title, and can be found', async () => {
  const page = await open('/contracts.html', ['/dev/filter.js'])
  const { capabilities } = contractDocument()
  const shown = () =>
    [...page.window.document.querySelectorAll<HTMLElement>('.capability')].filter((one) => !one.hidden)
  expect(shown().map((one) => one.id)).toEqual(capabilities.map(({ name }) => name))
  const text = page.window.document.body.textContent
  const words = capabilities.flatMap(({ summary, refusals }) => [summary, ...refusals.map(({ code }) => code)])
  expect(words.filter((word) => !text.includes(word))).toEqual([])
  const field = page.window.document.querySelector<HTMLInputElement>('[data-search]')!
  field.value = 'issues.rateIssue'
  field.dispatchEvent(new page.window.Event('input'))
  expect(shown().map((one) => one.id)).toEqual(['issues.rateIssue'])
})

test('a contract with markup in it stays text on the page', () => {
  const [first] = contractDocument().capabilities
  const page = contractPage({
    capabilities: [
      {
        ...first!,
        summary: hostile,
        refusals: [{ code: hostile, message: hostile as never }],
        input: { type: 'object', properties: { [hostile]: { enum: [hostile] } } } as never,
      },
    ],
  })
  const { document } = new JSDOM(page).window
  expect(document.querySelectorAll('main script, main img')).toHaveLength(0)
  expect(document.querySelector('summary strong')?.textContent).toBe(hostile)
})

test.each(['/dev', '/contracts.html'])(
  '%s loads nothing from elsewhere, runs nothing that stands in it, and has no barrier',
  async (path) => {
    const answer = await fetch(cloud.url + path)
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'.*frame-ancestors 'none'/,
    )
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
    const html = await answer.text()
    const loaded = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address]) => address!)
    for (const address of loaded) expect(address).toMatch(/^(\/(?!\/)|data:,$)/)
    expect(html).not.toMatch(/\son\w+=|style=|<style|<script(?! src=)/)
    expect(html).toContain('name="viewport" content="width=device-width')
    const scripts = path === '/dev' ? ['/dev/console.js'] : ['/dev/filter.js']
    const page = path === '/dev' ? await openDev() : await open(path, scripts)
    expect(await violations(page)).toEqual([])
  },
)

test.each([
  ['/dev/documents', 404],
  ['/dev/documents?collection=nothing', 404],
  ['/dev/documents?collection=notes&page=-1', 400],
  ['/dev/documents?collection=notes&page=1&page=2', 400],
  ['/dev/documents?collection=__proto__', 404],
])('%s is answered %i', async (path, status) => expect((await fetch(cloud.url + path)).status).toBe(status))
