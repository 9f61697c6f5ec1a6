import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { compileTemplates } from '../support/simulate-loader'
import { offline } from '../support/simulate-backend'

jest.setTimeout(60_000)

const built = path.resolve(__dirname, '../../dist/weapp')
const folders: string[] = []
let mini: MiniProgram | undefined

/** A copy of what was built, broken in one place. */
const broken = (file: string, change: (text: string) => string): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
  folders.push(folder)
  const copy = path.join(folder, 'dist/weapp')
  fs.cpSync(built, copy, { recursive: true })
  const place = path.join(copy, file)
  const before = fs.readFileSync(place, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  fs.writeFileSync(place, after)
  return copy
}

/** From the first page to a photo in the report: a route, a tap, an answer of the phone, and words that change. */
const journey = async (dist: string): Promise<void> => {
  mini = await openMiniProgram(dist, { callFunction: offline })
  await mini.open('/pages/home/index')
  await mini.tap('上报问题')
  await mini.at('/pages/report/index', 3000)
  mini.device.album = [{ bytes: new Uint8Array(1000), width: 800, height: 600 }]
  await mini.tap('从相册选')
  await mini.see('照片加好了', 3000)
  expect(mini.faults).toEqual([])
}

/** What WeChat answers to going there by tab. */
const goTo = (url: string): Promise<string> => {
  const { wx } = globalThis as unknown as { wx: { switchTab(options: object): void } }
  return new Promise((resolve) => wx.switchTab({ url, complete: ({ errMsg }: { errMsg: string }) => resolve(errMsg) }))
}

afterEach(() => {
  mini?.close()
  mini = undefined
})
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })))

test('the journey works in what was built', () => journey(built))
test('a page that is missing from app.json stops it', async () => {
  const dist = broken('app.json', (text) => {
    const app = JSON.parse(text) as { pages: string[]; tabBar: { list: { pagePath: string }[] } }
    app.pages = app.pages.filter((page) => page !== 'pages/report/index')
    return JSON.stringify(app)
  })
  mini = await openMiniProgram(dist, { callFunction: offline })
  await mini.open('/pages/home/index')
  await expect(goTo('/pages/report/index')).resolves.toContain('page is not in app.json')
  expect(mini.faults.join()).toContain('page is not in app.json')
})
test('templates that pass no tap on stop it', async () => {
  const dist = broken('base.wxml', (text) => text.replaceAll('bindtap="eh"', ''))
  await expect(journey(dist)).rejects.toThrow(/pages\/report\/index/)
})
test('a script that does not load stops it', async () => {
  const dist = broken('pages/report/index.js', (text) => `throw new Error('planted');${text}`)
  mini = await openMiniProgram(dist, { callFunction: offline })
  await mini.open('/pages/home/index')
  await expect(goTo('/pages/report/index')).resolves.toContain('planted')
  expect(mini.faults.join()).toContain('planted')
})
test('code made from text does not run, as on a phone', async () => {
  const dist = broken('pages/report/index.js', (text) => `new Function('return 1')();${text}`)
  mini = await openMiniProgram(dist, { callFunction: offline })
  await mini.open('/pages/home/index')
  await expect(goTo('/pages/report/index')).resolves.toContain('is not a function')
})
test('a template that does not parse is named', () => {
  const dist = broken('pages/report/index.wxml', (text) => `${text}<view><text></view>`)
  expect(() => compileTemplates(dist)).toThrow(/pages\/report\/index\.wxml/)
})
