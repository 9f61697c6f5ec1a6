import type { Browser } from 'playwright-core'
import type { Cloud } from '../../emulator'
import { barriers, clippings, launch, openAs, screenshot } from '../support/browser'
import { press } from '../support/journey'
import { fillPublicly, startPublicProduct } from '../support/public-product'

jest.setTimeout(240_000)

let cloud: Cloud
let browser: Browser
beforeAll(async () => {
  cloud = await startPublicProduct()
  await fillPublicly(cloud)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await cloud?.close()
})

const expectClean = async ({ page, faults }: Awaited<ReturnType<typeof openAs>>, name: string) => {
  await page.waitForTimeout(400)
  await screenshot(page, name)
  expect([name, await barriers(page), await clippings(page), faults]).toEqual([name, [], [], []])
}

test.each([false, true])('from home in two taps to what a neighbour reported; large letters: %s', async (isElder) => {
  const phone = await openAs(browser, cloud.url, 'resident-grid-6')
  const { page } = phone
  const size = isElder ? 'elder' : 'page'
  if (isElder) await page.getByRole('switch', { name: /大字版/ }).click()
  await screenshot(page, `${size}-home-doors`)
  await press(page, /邻里事项/)
  await page.getByText('下水口堵了').waitFor()
  await expectClean(phone, `${size}-public-list`)
  await page.getByRole('radio', { name: '已结束' }).click()
  await page.getByText('结果：无法解决').waitFor()
  expect(await page.getByText('下水口堵了').count()).toBe(0)
  await expectClean(phone, `${size}-public-list-ended`)

  await page.getByRole('tab', { name: '地图' }).click()
  await page.locator('.point-map-mark').first().waitFor()
  expect(await page.locator('.point-map-mark.is-strong').count()).toBe(0)
  await page.getByRole('radio', { name: '不限' }).click()
  await page.locator('.point-map-mark.is-strong').first().waitFor()
  await expectClean(phone, `${size}-public-map`)
  const total = async () =>
    (await page.locator('.point-map-mark').allInnerTexts()).reduce((sum, words) => sum + Number(words), 0)
  expect(await total()).toBe(8)
  const before = await page.locator('.point-map-mark').count()
  for (let time = 0; time < 3; time++) {
    await page.locator('.leaflet-control-zoom-in').click()
    await page.waitForTimeout(500)
  }
  expect(await total()).toBe(8)
  expect(await page.locator('.point-map-mark').count()).toBeGreaterThanOrEqual(before)
  await page.locator('.point-map-mark').first().focus()
  await page.keyboard.press('Enter')
  await page.getByText(/^选中的 \d+ 件$/).waitFor()
  await expectClean(phone, `${size}-public-map-chosen`)
  await page.locator('.ui-cell').locator('visible=true').first().click()
  await page.getByText('办理过程').waitFor()
  await page.locator('.point-map-pin').waitFor()
  await expectClean(phone, `${size}-public-issue`)
  await phone.close()
})

test('without a position the list and the map work the same, and what was refused is said kindly', async () => {
  const phone = await openAs(browser, cloud.url, 'newcomer-1')
  await press(phone.page, /邻里事项/)
  await press(phone.page, '我附近')
  await phone.page.getByText('没有取到位置，不要紧').waitFor()
  expect(await phone.page.getByText('下水口堵了').count()).toBe(1)
  await phone.close()
})

test('with a position the nearest come first; nothing near says so and leads back to everything', async () => {
  const phone = await openAs(browser, cloud.url, 'resident-grid-6')
  await phone.context.grantPermissions(['geolocation'])
  await phone.context.setGeolocation({ longitude: 117.2, latitude: 36.6 })
  await press(phone.page, /邻里事项/)
  await press(phone.page, '我附近')
  await phone.page.getByText('这里没有公开的事项').waitFor()
  await press(phone.page, '看全部')
  await phone.page.getByText('下水口堵了').waitFor()
  await phone.close()
})

test('an issue that is not public, or is gone, says so and leads home', async () => {
  const phone = await openAs(browser, cloud.url, 'resident-grid-6')
  await phone.page.goto(`${cloud.url}/#/packages/resident/public-issue/index?id=nothing`)
  await phone.page.getByText('没有找到这项内容').waitFor()
  await phone.page.goto(`${cloud.url}/#/packages/resident/public-issue/index`)
  await phone.page.getByText('这个地址没有说明是哪一件事').waitFor()
  await phone.close()
})

test('when the way to the server is cut, what was read stays, and a bar says so', async () => {
  const phone = await openAs(browser, cloud.url, 'resident-grid-6')
  await press(phone.page, /邻里事项/)
  await phone.page.getByText('下水口堵了').waitFor()
  await phone.context.setOffline(true)
  await phone.page.getByRole('radio', { name: '环境' }).click()
  await phone.page.getByRole('button', { name: '重试' }).locator('visible=true').waitFor({ timeout: 20_000 })
  await screenshot(phone.page, 'page-public-list-offline')
  await phone.context.setOffline(false)
  await phone.page.getByText('旧沙发').waitFor()
  await phone.close()
})
