import type { Browser, Page } from 'playwright-core'
import { barriers, clippings, launch, openAs, screenshot, type Phone } from '../support/browser'
import { press } from '../support/journey'
import { startWithNeighbourReport } from '../support/neighbour-report'
import type { Product } from '../support/product'

jest.setTimeout(240_000)

let product: Product
let browser: Browser
let phone: Phone
const resident = 'resident-grid-6'
const words = '门前的垃圾桶满得冒尖，没人来收'

beforeAll(async () => {
  product = (await startWithNeighbourReport(resident, '楼下垃圾桶好几天没清，袋子堆了一地')).product
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
afterEach(async () => {
  if (phone) await screenshot(phone.page, 'already-reported-last').catch(() => undefined)
  await phone?.close()
})

const look = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(250)
  await screenshot(page, name)
  expect({ screen: name, barriers: await barriers(page), clippings: await clippings(page) }).toEqual({
    screen: name,
    barriers: [],
    clippings: [],
  })
}
const seen = (page: Page, text: string | RegExp) => page.getByText(text).locator('visible=true').first().waitFor()

/** Writes a report up to the last button of the form. */
const write = async (text: string, isElder = false): Promise<Page> => {
  phone = await openAs(browser, product.url, resident)
  if (isElder) await phone.page.getByRole('switch', { name: /大字版/ }).click()
  const { page } = phone
  await page.goto(`${product.url}/#/pages/report/index`)
  await seen(page, '先拍一张照片')
  await press(page, /^跳过|^不拍|^没有照片|^下一步/)
  await seen(page, '在哪儿？')
  await press(page, /我家这栋楼/)
  await press(page, /^下一步/)
  await page.getByLabel('情况说明').locator('visible=true').fill(text)
  await page.getByLabel('情况说明').locator('visible=true').blur()
  await page
    .getByRole('radio', { name: /暴露垃圾/ })
    .locator('visible=true')
    .first()
    .click()
  return page
}

test('a like report is offered before sending; joining ends it, and taking that back leads to where one was', async () => {
  const page = await write(words)
  await press(page, '提交上报')
  await seen(page, '附近已有类似的事')
  await seen(page, '同一栋楼')
  await look(page, 'like-1-offered')
  await press(page, /^我也遇到/)
  await seen(page, '已记上：您也遇到了')
  await look(page, 'like-2-joined')
  await press(page, '点错了，撤销并单独上报')
  await page.getByLabel('情况说明').locator('visible=true').waitFor()
  expect(await page.getByLabel('情况说明').locator('visible=true').inputValue()).toBe(words)
  await press(page, '提交上报')
  await press(page, /^我也遇到/)
  await press(page, '查看进度')
  await seen(page, '我也遇到：1 户')
  await look(page, 'like-3-detail')
  await page.goto(`${product.url}/#/packages/resident/my-issues/index`)
  await seen(page, /我也遇到/)
  await look(page, 'like-4-mine')
  await page.goto(`${product.url}/#/pages/report/index`)
  await seen(page, '先拍一张照片')
})

test('in large letters too, and whoever means another thing goes on in one tap', async () => {
  const page = await write(words, true)
  await press(page, '提交上报')
  await seen(page, '附近已有类似的事')
  await look(page, 'like-5-elder')
  await press(page, '不是同一件，继续上报')
  await seen(page, /^已派给/)
})

test('nothing like it: the same tap sends it; a search that fails or hangs holds nothing up', async () => {
  const page = await write('花坛边上扔着一张旧床垫')
  await press(page, '提交上报')
  await seen(page, /^已派给/)
  await phone.close()

  const again = await write(words)
  await again.route('**/call', (route) =>
    route.request().postData()?.includes('issues.findDuplicates') ? route.abort() : route.continue(),
  )
  await press(again, '提交上报')
  await seen(again, /^已派给/)
  await phone.close()

  const hanging = await write(words)
  await hanging.route('**/call', (route) =>
    route.request().postData()?.includes('issues.findDuplicates') ? undefined : route.continue(),
  )
  await press(hanging, '提交上报')
  await seen(hanging, /^已派给/)
})
