import type { Browser, Page } from 'playwright-core'
import { launch, openAs } from '../support/browser'
import { callAs, startProduct, type Product } from '../support/product'

jest.setTimeout(120_000)

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).locator('visible=true').last().click()
/** The number beside 消息 at the bottom of the screen, or nothing. */
const badge = (page: Page) => page.locator('.weui-tabbar .weui-badge:visible').allInnerTexts()

const unreadOf = async (persona: string): Promise<string> => {
  const answer = (await callAs(product.url, persona, 'notices.countUnread', {})) as { data: { unread: number } }
  return String(answer.data.unread)
}

test('what is unread stands on the tab bar from home on, and is never that of whoever was here before', async () => {
  await callAs(product.url, 'resident-grid-5', 'issues.reportIssue', {
    classCode: 'litter',
    text: '垃圾没人清',
    place: { buildingId: 'building-12-1' },
  })
  const { page, close } = await openAs(browser, product.url, 'worker-grid-6')
  await page.waitForTimeout(500)
  expect(await badge(page)).toEqual([await unreadOf('worker-grid-6')])
  await page.goto(`${product.url}/#/pages/mine/index`)
  await page.getByText('切换身份').locator('visible=true').first().click()
  await press(page, '切换')
  await page.getByPlaceholder('搜姓名、岗位或网格').locator('visible=true').first().fill('宋建国')
  await press(page, '宋建国')
  await page.getByRole('switch', { name: /大字版/ }).waitFor()
  await page.waitForTimeout(500)
  expect(await badge(page)).toEqual([])
  await close()
})
