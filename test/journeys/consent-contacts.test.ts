import { dayMs, toInstant } from '@/shared/kernel/time'
import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { png } from '../support/images'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(300_000)

const walk = useJourney()
const desk = 'community-worker-1'

const ask = async <T>(persona: string, capability: string, input: unknown): Promise<T> => {
  const answer = (await callAs(walk.product.url, persona, capability, input)) as { data: T; error?: { code: string } }
  expect([capability, answer.error?.code]).toEqual([capability, undefined])
  return answer.data
}
/** A consent of these homes that takes answers. */
const opened = async (title: string, scope: { kind: string; ids: string[] }): Promise<string> => {
  const { id } = await ask<{ id: string }>(desk, 'consents.openConsent', {
    title,
    question: '是否同意？费用从公共收益里出。',
    matter: 'ordinary',
    rule: 'latest',
    isProgressPublic: true,
    closesAt: toInstant(Date.now() + 12 * dayMs),
    scope,
  })
  const body = JSON.stringify({ name: 'everyMinute' })
  const headers = { 'content-type': 'application/json' }
  await fetch(`${walk.product.url}/dev/jobs`, { method: 'POST', headers, body })
  return id
}
const estates = async () =>
  (await ask<{ estates: { buildings: { id: string }[] }[] }>(desk, 'organization.listPlaces', {})).estates

test('a paper’s names outlive its sheet, what is wrong stands at its field, and a link is made, copied and signed by', async () => {
  const { url } = walk.product
  const id = await opened('加装充电棚', { kind: 'units', ids: ['unit-1-1-1'] })
  const heads = ['hub-1', 'unit-head-1', 'building-head-1']
  const totals = await Promise.all(
    heads.map((head) => ask<{ total: number }>(head, 'consents.listMyContacts', { id, part: 'all' })),
  )
  const contact = await openAs(walk.browser, url, heads[totals.findIndex(({ total }) => total > 0)]!)
  const { page } = contact
  await page.goto(`${url}/#/packages/participation/contacts/index?id=${id}`)
  await press(page, /1单元/)
  await page.getByRole('tab', { name: '录纸质' }).click()
  const named = (name: string) => page.getByRole('textbox', { name })
  await named('签字人').fill('王远')
  await named('见证人').fill('王远')
  await press(page, /^关闭$/)
  await press(page, /1单元/)
  await page.getByRole('tab', { name: '录纸质' }).click()
  await page.getByText('上次没写完的还在').waitFor()
  expect([await named('签字人').inputValue(), await named('见证人').inputValue()]).toEqual(['王远', '王远'])
  const chooser = page.waitForEvent('filechooser')
  await press(page, /^添加照片/)
  await (await chooser).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: Buffer.from(png()) })
  await page.getByRole('radio', { name: '不同意' }).click()
  await press(page, /^录入$/)
  const wrong = page.locator('.ui-field', { hasText: '见证人' }).last().getByText('见证人不能是签字人自己')
  await wrong.waitFor()
  expect(await page.locator('.submit-problem').count()).toBe(0)
  await page.waitForFunction(
    () =>
      document.activeElement?.getAttribute('aria-label') === '见证人' ||
      document.activeElement?.closest('.ui-field')?.textContent?.includes('见证人'),
  )
  await screenshot(page, 'consent-paper-witness')
  await named('见证人').fill('李近')
  await wrong.waitFor({ state: 'detached' })
  await press(page, /^录入$/)
  await page.getByText(/^已录入/).waitFor()

  await press(page, /1单元/)
  await page.getByRole('tab', { name: '发链接' }).click()
  await press(page, '生成签字链接')
  await page.getByText('请填写对方的姓名').waitFor()
  await named('对方姓名').fill('赵远行')
  await press(page, '生成签字链接')
  await page.getByText('链接好了').waitFor()
  const address = (await page.locator('.answer-link').textContent())!
  expect(address).toMatch(new RegExp(`^${url}/#/packages/participation/consent/index\\?id=${id}&link=.{16,}$`))
  // A look at another part of the sheet does not lose what is shown once.
  await page.getByRole('tab', { name: '记联系' }).click()
  await page.getByRole('tab', { name: '发链接' }).click()
  expect(await page.locator('.answer-link').textContent()).toBe(address)
  await contact.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await press(page, '复制链接')
  await page.getByText('已复制，请粘贴发给对方').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  await screenshot(page, 'consent-link-made')
  expect(await barriers(page)).toEqual([])
  await press(page, /^关闭$/)
  await press(page, /1单元/)
  await page.getByRole('tab', { name: '发链接' }).click()
  await page.getByText('发过链接了').waitFor()
  expect(await page.locator('.answer-link').count()).toBe(0)
  expect([await barriers(page), await clippings(page), contact.faults]).toEqual([[], [], []])

  const bearer = await openAs(walk.browser, url, 'resident-grid-7')
  await bearer.page.goto(address)
  await bearer.page.getByText('这个链接发给 赵远行').waitFor()
  await bearer.page.getByRole('button', { name: '提交签字' }).waitFor()
  await screenshot(bearer.page, 'consent-by-link')
  expect([await barriers(bearer.page), bearer.faults]).toEqual([[], []])
  await bearer.close()
  await contact.close()
})

test('among many contacts one is found by name, and their doors go to the others', async () => {
  const { url } = walk.product
  const ids = (await estates()).slice(0, 3).flatMap(({ buildings }) => buildings.map((building) => building.id))
  const id = await opened('外墙粉刷', { kind: 'buildings', ids })
  const { contacts } = await ask<{ contacts: { name: string; personId: string }[] }>(desk, 'consents.listContacts', {
    id,
  })
  expect(contacts.length).toBeGreaterThan(12)
  const last = contacts.at(-1)!
  const { page, faults, close } = await openAs(walk.browser, url, desk)
  await page.goto(`${url}/#/packages/participation/board/index?id=${id}`)
  await press(page, '改派联系人')
  await page.getByText(/还有 \d+ 人没有列出/).waitFor()
  await page.getByPlaceholder('搜姓名或岗位').fill(last.name)
  const rows = page.getByRole('dialog').getByRole('radio')
  await rows.filter({ hasText: last.name }).first().waitFor()
  expect(await rows.count()).toBe(contacts.filter(({ name }) => name.includes(last.name)).length)
  await screenshot(page, 'consent-reassign')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await rows.first().click()
  await press(page, /^改派$/)
  await page.getByText(/^已改派 \d+ 户/).waitFor()
  await page.getByText('没有找到，换个词试试').waitFor()
  expect(faults).toEqual([])
  await close()
})
