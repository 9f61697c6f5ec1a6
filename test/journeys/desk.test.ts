import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(180_000)

const walk = useJourney()
const desk = 'community-worker-1'
const reporter = 'resident-grid-2'

const ask = async <T>(persona: string, capability: string, input: object): Promise<T> => {
  const answer = (await callAs(walk.product.url, persona, capability, input)) as { ok: boolean; data: T }
  expect(answer).toMatchObject({ ok: true })
  return answer.data
}
const ids: string[] = []
const stateOf = async (id: string) => (await ask<{ state: string }>(desk, 'issues.getIssue', { id })).state

beforeAll(async () => {
  for (const text of ['垃圾没人收', '一楼垃圾堆到门口', '垃圾桶满了', '楼道异味要申诉'])
    ids.push(
      (
        await ask<{ id: string }>(reporter, 'issues.reportIssue', {
          classCode: 'odourPests',
          text,
          place: { buildingId: 'building-1-1' },
        })
      ).id,
    )
  const appealed = ids.at(-1)!
  await ask(desk, 'issues.moveIssue', { id: appealed, move: 'decline', reason: '不在职责内', turnTo: '市政' })
  await ask(reporter, 'issues.moveIssue', { id: appealed, move: 'appeal', reason: '请再看看' })
})

test('the desk sees what waits, opens it where it is decided, merges, looks at the map and takes the book away', async () => {
  const { page, faults } = await openAs(walk.browser, walk.product.url, desk)
  const shown = (text: string | RegExp) => page.getByText(text).locator('visible=true').first()
  const sound = async () =>
    expect({ barriers: await barriers(page), clippings: await clippings(page) }).toEqual({
      barriers: [],
      clippings: [],
    })
  const calls: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/call')) calls.push((request.postDataJSON() as { capability: string }).capability)
  })
  await page.goto(`${walk.product.url}/#/packages/office/desk/index`)
  await shown('等着定的').waitFor()
  expect(calls.length).toBeLessThanOrEqual(3)
  await screenshot(page, 'desk-waiting')
  await sound()

  await press(page, /^等派遣/)
  await shown('共 1 件').waitFor()
  await screenshot(page, 'desk-part')
  await shown('楼道异味要申诉').click()
  await page.getByRole('dialog', { name: '派给专人' }).waitFor()
  await screenshot(page, 'desk-dispatch')

  await page.goto(`${walk.product.url}/#/packages/office/desk/index`)
  await page.getByRole('tab', { name: '地图' }).locator('visible=true').click()
  await shown('最急的').waitFor()
  await page.waitForTimeout(500)
  await screenshot(page, 'desk-map')
  await sound()

  await page.getByRole('tab', { name: '台账' }).locator('visible=true').click()
  await shown('共 4 件').waitFor()
  await screenshot(page, 'desk-book')
  await sound()
  await press(page, /^合并$/)
  await page.getByRole('checkbox').filter({ hasText: '垃圾没人收' }).click()
  await page.getByRole('checkbox').filter({ hasText: '垃圾桶满了' }).click()
  await screenshot(page, 'desk-merging')
  await press(page, '合并选中的')
  await page.getByRole('dialog').getByRole('button', { name: '合并' }).click()
  await shown('已合并 1 件').waitFor()
  expect(await Promise.all(ids.slice(0, 3).map(stateOf))).toEqual(['dispatched', 'dispatched', 'merged'])

  await press(page, '筛选')
  await page.getByRole('radio', { name: '已合并' }).click()
  await screenshot(page, 'desk-book-filter')
  await press(page, '查看')
  await shown('共 1 件').waitFor()
  await press(page, '导出')
  await screenshot(page, 'desk-export')
  // Not every machine's file system takes the Chinese name; what the page asks for is what counts.
  await page.evaluate(() => {
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function () {
      document.body.dataset.named = this.download
      click.call(this)
    }
  })
  const waiting = page.waitForEvent('download')
  await press(page, /^CSV/)
  const file = await waiting
  expect(await page.evaluate(() => document.body.dataset.named)).toMatch(/^事项台账-.*\.csv$/)
  const lines = fs
    .readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('已合并')

  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await page.emulateMedia({ media: 'print' })
  await screenshot(page, 'desk-print')
  expect(await page.getByRole('button', { name: '导出' }).locator('visible=true').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })

  await press(page, '导出')
  await press(page, /^我的导出/)
  await shown('可以下载').waitFor()
  await screenshot(page, 'desk-exports')
  await sound()
  expect(faults).toEqual([])
})

test('with large letters nothing of the book and of the queue is cut off, also while rows are chosen', async () => {
  const sound = async (page: Page) =>
    expect({ barriers: await barriers(page), clippings: await clippings(page) }).toEqual({
      barriers: [],
      clippings: [],
    })
  const open = async (persona: string, route: string) => {
    const { page } = await openAs(walk.browser, walk.product.url, persona)
    await page.getByRole('switch', { name: /大字版/ }).click()
    await page.goto(`${walk.product.url}/#/${route}`)
    return page
  }
  const book = await open(desk, 'packages/office/desk/index')
  await book.getByText('等着定的').waitFor()
  await screenshot(book, 'desk-waiting-elder')
  await sound(book)
  await book.getByRole('tab', { name: '台账' }).locator('visible=true').click()
  await press(book, /^合并$/)
  await book.getByRole('checkbox').first().click()
  await screenshot(book, 'desk-book-elder')
  await sound(book)
  const queue = await open('worker-grid-2', 'packages/gridwork/queue/index')
  await press(queue, '选择办理')
  await queue.getByRole('checkbox').first().click()
  await screenshot(queue, 'queue-choosing-elder')
  await sound(queue)
})

test('who has no desk is told so, and is not shown the way', async () => {
  const { page } = await openAs(walk.browser, walk.product.url, 'worker-grid-2')
  await page.goto(`${walk.product.url}/#/pages/mine/index`)
  await page.getByText('待办事项').locator('visible=true').first().waitFor()
  expect(await page.getByText('社区工作台').locator('visible=true').count()).toBe(0)
  await page.goto(`${walk.product.url}/#/packages/office/desk/index`)
  await page.getByText('您的身份不能打开').locator('visible=true').first().waitFor()
})

test('beyond a thousand the desk says that there are more, and no number that is not so', async () => {
  const { page } = await openAs(walk.browser, walk.product.url, desk)
  const shown = (text: string | RegExp) => page.getByText(text).locator('visible=true').first()
  const sound = async () =>
    expect({ barriers: await barriers(page), clippings: await clippings(page) }).toEqual({
      barriers: [],
      clippings: [],
    })
  const grids = [
    { gridId: 'grid-1', name: '第一网格', count: 621 },
    { gridId: 'grid-6', name: '第六网格', count: 380 },
  ]
  const beyond: Record<string, object> = {
    'issues.countDesk': {
      parts: [
        { part: 'undispatched', count: 1, isMore: false },
        { part: 'overdue', count: 1000, isMore: true },
      ],
      open: 1000,
      isOpenMore: true,
    },
    'issues.listDesk': { total: 1000, isTotalMore: true },
    'issues.listOverdue': { grids, isMore: true },
  }
  await page.route('**/call', async (route) => {
    const { capability } = route.request().postDataJSON() as { capability: string }
    const response = await route.fetch()
    const answer = (await response.json()) as { data: object }
    await route.fulfill({ response, json: { ...answer, data: { ...answer.data, ...beyond[capability] } } })
  })
  await page.goto(`${walk.product.url}/#/packages/office/desk/index`)
  // What was there the last time is shown until the answer comes.
  await shown(/^超过 1000$/).waitFor()
  expect(await shown('超过 1000 件').count()).toBe(1)
  await screenshot(page, 'desk-waiting-beyond')
  await sound()

  await page.getByRole('tab', { name: '台账' }).locator('visible=true').click()
  await shown(/^超过 1000 件$/).waitFor()
  await screenshot(page, 'desk-book-beyond')
  await sound()
  await press(page, '导出')
  await page.getByRole('dialog', { name: '导出全部，超过 1000 件' }).waitFor()

  await page.goto(`${walk.product.url}/#/packages/office/desk-part/index?part=undispatched`)
  await shown(/^超过 1000 件$/).waitFor()
  await page.goto(`${walk.product.url}/#/packages/office/supervision/index`)
  await page.getByRole('tab', { name: '已超期' }).locator('visible=true').click()
  await shown('第一网格 至少 621 件').waitFor()
  expect(await shown('全部 超过 1000 件').count()).toBe(1)
  await screenshot(page, 'overdue-beyond')
  await sound()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})
