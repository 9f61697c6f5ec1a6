import fs from 'node:fs'
import path from 'node:path'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { compileTemplates } from '../support/simulate-loader'
import { offline, silence } from '../support/simulate-backend'

jest.setTimeout(60_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
const routes = (): string[] => {
  const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
}

/** What a page is opened with, where it cannot do without. */
const queries: Record<string, string> = {
  'packages/resident/issue/index': '?id=nothing',
  'packages/resident/public-issue/index': '?id=nothing',
  'packages/resident/adoption/index': '?id=nothing',
  'packages/office/works/index': '?id=nothing',
  'packages/lovebank/session/index': '?id=nothing',
  'packages/participation/topic/index': '?id=nothing',
  'packages/lovebank/check-in/index': '?id=nothing',
  'packages/lovebank/roster/index': '?id=nothing',
  'packages/lovebank/redemption/index': '?id=nothing',
  'packages/lovebank/certificate/index': '?id=nothing',
  'packages/participation/call/index': '?id=nothing',
  'packages/participation/project/index': '?id=nothing',
  'packages/participation/my-share/index': '?projectId=nothing',
  'packages/office/project/index': '?id=nothing',
  'packages/office/funding/index': '?projectId=nothing',
  'packages/participation/consent/index': '?id=nothing',
  'packages/participation/board/index': '?id=nothing',
  'packages/participation/contacts/index': '?id=nothing',
  'packages/participation/paper/index': '?id=nothing',
  'packages/office/rewards/index': '?centreId=centre-1',
  'packages/office/handouts/index': '?centreId=centre-1',
  'packages/office/desk-part/index': '?part=verify',
}
const urlOf = (route: string): string => `/${route}${queries[route] ?? ''}`

/** Crossings before anything was answered; a second one means that a page draws itself twice. */
const firstCrossings = 1
const bytesMax = 64 * 1024

describe('every page of the compiled mini-program', () => {
  let mini: MiniProgram
  beforeAll(async () => {
    mini = await openMiniProgram(dist, { callFunction: silence })
  })
  afterAll(() => mini.close())

  test.each(routes())('%s is drawn at once, and lightly', async (route) => {
    const before = mini.crossings.length
    await mini.open(urlOf(route))
    const crossings = mini.crossings.slice(before)
    expect(crossings.length).toBe(firstCrossings)
    expect(Math.max(...crossings.map(({ bytes }) => bytes))).toBeLessThanOrEqual(bytesMax)
    const { nodes, depth } = mini.weight()
    expect(nodes).toBeGreaterThan(2)
    expect(nodes).toBeLessThan(1000)
    expect(depth).toBeLessThan(30)
    expect(mini.faults).toEqual([])
  })
  test('an address that WeChat finds no page for says so and leads home', async () => {
    const { getApp } = globalThis as unknown as { getApp(): { onPageNotFound(options: object): void } }
    getApp().onPageNotFound({ path: 'pages/old/index', query: {}, isEntryPage: true })
    await mini.at('/pages/lost/index')
    await mini.tap('回首页')
    await mini.at('/pages/home/index')
    expect(mini.faults).toEqual([])
  })
  test('a page that app.json does not name is refused', async () => {
    await expect(mini.open('/pages/nowhere/index')).rejects.toThrow('page is not in app.json')
  })
})

describe('without a network', () => {
  let mini: MiniProgram
  beforeAll(async () => {
    mini = await openMiniProgram(dist, { callFunction: offline })
  })
  afterAll(() => mini.close())

  test.each(routes())('%s still says something', async (route) => {
    await mini.open(urlOf(route))
    await mini.waitFor(() => /[\u4e00-\u9fff]{2}/.test(mini.text()), 10_000)
    expect(mini.faults).toEqual([])
  })
})

describe('what was built', () => {
  test.each(routes())('%s has its script, settings and template', (route) => {
    for (const kind of ['js', 'json', 'wxml']) expect(fs.existsSync(path.join(dist, `${route}.${kind}`))).toBe(true)
  })
  test("every template passes WeChat's compiler", () => compileTemplates(dist))
  test('the pictures of the tabs are there', () => {
    const { tabBar } = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
      tabBar: { list: { iconPath: string; selectedIconPath: string }[] }
    }
    for (const { iconPath, selectedIconPath } of tabBar.list)
      for (const picture of [iconPath, selectedIconPath])
        expect(fs.statSync(path.join(dist, picture)).size).toBeLessThan(40 * 1024)
  })
})
