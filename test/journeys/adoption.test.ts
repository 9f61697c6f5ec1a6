import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { png } from '../support/images'
import { press, useJourney } from '../support/journey'
import type { Page } from 'playwright-core'

jest.setTimeout(120_000)

const walk = useJourney()

const addPhoto = async (page: Page): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await press(page, /^添加照片/)
  await (await chooser).setFiles({ name: 'plot.png', mimeType: 'image/png', buffer: Buffer.from(png()) })
}
const photosIn = (page: Page, selector: string) => page.locator(`${selector} .ui-photo-image`).locator('visible=true')

test('a plot goes on record with what it looks like, and each turn of the duty with what was done', async () => {
  const { page, faults, close } = await openAs(walk.browser, walk.product.url, 'community-worker-1')
  await page.goto(`${walk.product.url}/#/packages/office/adopt/index`)
  await page.getByLabel('地块名称').fill('东门口花坛')
  await page.getByLabel('地块位置').fill('陶埙苑东门内侧')
  await addPhoto(page)
  await photosIn(page, '.ui-page').first().waitFor()
  await page.getByText('地块现在的样子').scrollIntoViewIfNeeded()
  await screenshot(page, 'adopt-form-photo')
  expect(await barriers(page)).toEqual([])
  expect(await clippings(page)).toEqual([])
  await press(page, '登记认养')
  await page.getByText('养护记录（0）').waitFor()
  await photosIn(page, '.ui-page').first().waitFor()

  await press(page, '记一次养护')
  await page.getByLabel('做了什么').fill('浇水，拔了杂草')
  await addPhoto(page)
  await press(page, /^记下$/)
  await page.getByText('养护记录（1）').waitFor()
  await photosIn(page, '.adoption-note').first().waitFor()
  await page.waitForTimeout(400)
  await screenshot(page, 'adopt-photos')
  expect(await photosIn(page, '.ui-page').count()).toBe(2)
  expect(faults).toEqual([])

  const neighbour = await openAs(walk.browser, walk.product.url, 'resident-grid-1')
  await neighbour.page.goto(page.url())
  await neighbour.page.getByText('养护记录（1）').waitFor()
  expect(await photosIn(neighbour.page, '.ui-page').count()).toBe(0)
  await neighbour.close()
  await close()
})
