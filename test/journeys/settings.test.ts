import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'

jest.setTimeout(240_000)

const walk = useJourney()

test('the administrator changes a number within its bounds, and the record says who did', async () => {
  const { page, faults, close } = await openAs(walk.browser, walk.product.url, 'administrator-1')
  await page.goto(`${walk.product.url}/#/packages/office/settings/index`)
  await page.getByText('等上报人回音').waitFor()
  await screenshot(page, 'settings')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await press(page, /可以重新打开/)
  const field = page.getByLabel('改成多少（天）')
  await field.fill('400')
  await press(page, /^保存$/)
  await page.getByText('应在 1 天 到 90 天 之间').waitFor()
  await screenshot(page, 'setting-wrong')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await field.fill('20')
  await press(page, /^保存$/)
  await page.getByText('20 天').waitFor()
  await press(page, /上班/)
  await page.getByLabel('改成几点几分').fill('9：00')
  await press(page, /^保存$/)
  await page.getByText('09:00').waitFor()
  await page.getByText('改动记录').click()
  await page.getByText('可以重新打开：15 天 改为 20 天').waitFor()
  await screenshot(page, 'setting-changes')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  expect(faults).toEqual([])
  await close()
})

test('the desk reads the settings and can change none', async () => {
  const { page, faults, close } = await openAs(walk.browser, walk.product.url, 'community-worker-1')
  await page.goto(`${walk.product.url}/#/packages/office/settings/index`)
  await page.getByText('由管理员设置，这里只能看。').waitFor()
  expect(await page.getByRole('button', { name: /可以重新打开/ }).count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})
