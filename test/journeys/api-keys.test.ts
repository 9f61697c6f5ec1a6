import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'

jest.setTimeout(120_000)

const walk = useJourney()

test('the administrator gives a key, which lets a report in until it is taken back', async () => {
  const { page, faults, close } = await openAs(walk.browser, walk.product.url, 'administrator-1')
  const sound = async (name: string) => {
    await page.waitForTimeout(400)
    await screenshot(page, name)
    expect(await barriers(page)).toEqual([])
    expect(await clippings(page)).toEqual([])
  }
  const post = async (key: string): Promise<number> => {
    const body = new URLSearchParams({
      api_key: key,
      service_code: 'odourPests',
      description: '楼道有异味',
      address_id: 'building-12-1',
    })
    return (await fetch(`${walk.product.url}/open311/v2/requests.json`, { method: 'POST', body })).status
  }
  await page.getByText('我的', { exact: true }).locator('visible=true').last().click()
  await press(page, /接入密钥/)
  await page.getByText('还没有发出密钥').waitFor()
  await sound('keys-none')
  await press(page, '生成密钥')
  await press(page, /^生成$/)
  await page.getByText('请填写单位名称').waitFor()
  await page.getByLabel('给哪个单位').fill('12345 热线')
  await page.getByLabel('十分钟最多几件').fill('2000')
  await press(page, /^生成$/)
  await page.getByText('最多一千件').first().waitFor()
  await sound('keys-refused')
  await page.getByLabel('十分钟最多几件').fill('20')
  await press(page, /^生成$/)
  const key = (await page.locator('.new-key').textContent()) ?? ''
  expect(key).toMatch(/^[0-9a-f]{32}$/)
  await sound('keys-shown')
  await press(page, '已经交给对方')
  await page.getByText('十分钟 20 件').waitFor()
  expect(await page.getByText(key).count()).toBe(0)
  expect(await post(key)).toBe(200)
  await page.reload()
  await page.getByText('最近上报').waitFor()
  expect(await page.getByText('还没有', { exact: true }).count()).toBe(0)
  await sound('keys-list')
  await press(page, '停用：12345 热线')
  await press(page, /^停用$/)
  await page.getByText('已停用', { exact: true }).first().waitFor()
  expect(await post(key)).toBe(403)
  await sound('keys-revoked')
  expect(faults).toEqual([])
  await close()
})
