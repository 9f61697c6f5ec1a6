import { barriers, clippings, openPhone, screenshot } from '../support/browser'
import { useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()

beforeAll(async () => {
  await callAs(walk.product.url, 'resident-grid-6', 'issues.reportIssue', {
    classCode: 'litter',
    text: '<script>document.title = "ran"</script><img src="https://evil.example/x" onerror="document.title = 1">',
    place: { words: '门口' },
  })
})

test('the console works on a phone: nothing from elsewhere, no barrier, nothing sticking out, nothing run', async () => {
  const { page, faults, close } = await openPhone(walk.browser, walk.product.url)
  await page.goto(`${walk.product.url}/dev`)
  await page.getByLabel('集合').selectOption('issues')
  await page.getByText('共 1 条，第 1 / 1 页').waitFor()
  await page.locator('#documents-list summary').click()
  await page.getByText('evil.example').waitFor()
  await page.getByRole('button', { name: '取令牌' }).first().click()
  await page.getByText('已取得').waitFor()
  await page.getByRole('button', { name: '现在运行 inTheMorning' }).click()
  await page.getByText('任务 inTheMorning 已运行').waitFor()
  await page.getByRole('button', { name: '快进一小时' }).click()
  await page.getByText('时钟已拨到').waitFor()
  expect(await page.locator('#calls-list').textContent()).toContain('issues.reportIssueresident-grid-6')
  expect(await page.title()).toBe('本地云控制台')
  expect(await barriers(page)).toEqual([])
  expect(await clippings(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(faults).toEqual([])
  await screenshot(page, 'console')
  await close()
})

test('the page of all capabilities is read and searched on a phone', async () => {
  const { page, faults, close } = await openPhone(walk.browser, walk.product.url)
  await page.goto(`${walk.product.url}/contracts.html`)
  await page.getByRole('searchbox').fill('issues.reportIssue')
  const found = page.locator('[id="issues.reportIssue"]')
  await page.locator('[id="session.getMe"]').waitFor({ state: 'hidden' })
  await found.locator('summary').click()
  await found.getByText('classCode').first().waitFor()
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(faults).toEqual([])
  await screenshot(page, 'contracts')
  await close()
})
