import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { png } from '../support/images'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'
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

test('the page of an issue shows the plot that grew from it after it was given up too', async () => {
  const { url } = walk.product
  const ask = async (persona: string, capability: string, input: object) =>
    ((await callAs(url, persona, capability, input)) as { data: { id: string } }).data
  const report = { classCode: 'odourPests', text: '花坛边上有异味', place: { buildingId: 'building-12-1' } }
  const { id: issueId } = await ask('resident-grid-6', 'issues.reportIssue', report)
  const done = { id: issueId, move: 'submit', result: 'resolved', sentence: '已清理' }
  await ask('worker-grid-6', 'issues.moveIssue', done)
  await ask('resident-grid-6', 'issues.moveIssue', { id: issueId, move: 'confirm' })
  const today = new Date().toISOString().slice(0, 10)
  const { id } = await ask('community-worker-1', 'issues.addAdoption', {
    issueId,
    name: '北门花坛',
    place: '陶埙苑北门',
    adopter: { kind: 'person', personId: 'resident-grid-6', isNamed: false },
    duty: { what: '浇水', times: 1, everyDays: 7 },
    from: today,
    to: `${Number(today.slice(0, 4)) + 1}-01-31`,
  })
  await ask('community-worker-1', 'issues.endAdoption', { id, reason: '改作停车位' })
  const { page, close, faults } = await openAs(walk.browser, url, 'resident-grid-6')
  await page.goto(`${url}/#/packages/resident/issue/index?id=${issueId}`)
  const row = page.getByText(/已终止/).locator('visible=true')
  await row.waitFor()
  await row.scrollIntoViewIfNeeded()
  await screenshot(page, 'issue-given-up')
  expect(await page.getByText('北门花坛').locator('visible=true').count()).toBe(1)
  expect(faults).toEqual([])
  await close()
})
