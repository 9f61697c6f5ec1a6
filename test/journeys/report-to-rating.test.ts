import type { Page } from 'playwright-core'
import { barriers, clippings, openAs, screenshot, type Phone } from '../support/browser'
import { useJourney } from '../support/journey'
import { png } from '../support/images'

jest.setTimeout(240_000)

const walk = useJourney()
const phones: Phone[] = []

/** What was on every phone when the walk ended, wherever it ended. */
afterEach(async () => {
  for (const [at, { page }] of phones.entries()) await screenshot(page, `last-${at}`).catch(() => undefined)
})

const phoneOf = async (persona: string): Promise<Phone> => {
  const phone = await openAs(walk.browser, walk.product.url, persona)
  phones.push(phone)
  return phone
}

/** Every screen of the walk is left as a picture, reads well to assistive technology, and has nothing cut off. */
const look = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(250)
  await screenshot(page, name)
  expect({ screen: name, barriers: await barriers(page), clippings: await clippings(page) }).toEqual({
    screen: name,
    barriers: [],
    clippings: [],
  })
}

/** Words nobody else has reported, so that the walk can be taken again on the same data. */
const words = `楼下绿化带堆了一大堆垃圾，天热味道很大（${Date.now() % 100_000}）`

/** What can be seen, not what lies on a page underneath. */
const seen = (page: Page, text: string) => page.getByText(text).locator('visible=true').first()

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).locator('visible=true').first().click()

/** Another picture each time: one shown twice proves nothing. */
let shots = 0
const choosePhoto = async (page: Page, button: string | RegExp): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText(button).locator('visible=true').first().click(),
  ])
  await chooser.setFiles({
    name: 'IMG_0001.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png({ width: 1600 - 100 * shots++, height: 1200, comment: 'phone' })),
  })
}

test('a resident reports with a photo, the named worker deals with it, the resident confirms and rates', async () => {
  const resident = await phoneOf('resident-grid-6')
  const { page } = resident
  await look(page, '01-home')
  await press(page, /上报问题/)
  await page.getByText('先拍一张照片').waitFor()
  await look(page, '02-report-photo-empty')
  await choosePhoto(page, /从相册选/)
  await press(page, /^下一步/)
  await page.getByText('在哪儿？').waitFor()
  await look(page, '03-report-place')
  await press(page, /我家这栋楼/)
  await look(page, '04-report-place-picked')
  await press(page, /^下一步/)
  await page.getByLabel('情况说明').locator('visible=true').fill(words)
  await page.getByLabel('情况说明').locator('visible=true').blur()
  await page
    .getByRole('radio', { name: /暴露垃圾/ })
    .locator('visible=true')
    .first()
    .click()
  await page
    .getByText(/第六网格 · 网格员/)
    .first()
    .waitFor()
  await look(page, '05-report-words')
  await press(page, '提交上报')
  await page.getByRole('button', { name: '查看进度' }).waitFor()
  await look(page, '06-report-sent')
  await press(page, '查看进度')
  await page.getByText(words).locator('visible=true').first().waitFor()
  await look(page, '07-issue-resident')

  const staff = await phoneOf('worker-grid-6')
  const desk = staff.page
  await look(desk, '08-home-worker')
  await desk.goto(`${walk.product.url}/#/packages/gridwork/queue/index`)
  await desk.getByText(words).locator('visible=true').first().waitFor()
  await look(desk, '09-queue')
  await desk.getByText(words).locator('visible=true').first().click()
  await press(desk, '开始处理')
  await desk.getByRole('button', { name: '提交结果' }).first().waitFor()
  await look(desk, '10-issue-worker')
  await press(desk, '提交结果')
  await desk
    .getByRole('radio', { name: /^已解决/ })
    .first()
    .click()
  await desk
    .getByLabel(/处理说明/)
    .last()
    .fill('垃圾已清走，并冲洗了地面')
  await desk.reload()
  await press(desk, '提交结果')
  expect(
    await desk
      .getByLabel(/处理说明/)
      .last()
      .inputValue(),
  ).toBe('垃圾已清走，并冲洗了地面')
  await desk
    .getByRole('radio', { name: /^已解决/ })
    .first()
    .click()
  await choosePhoto(desk, /添加照片/)
  await look(desk, '11-submit-sheet')
  await desk.getByRole('dialog').getByRole('button', { name: /提交/ }).last().click()
  await seen(desk, '待核查').waitFor()
  await look(desk, '12-issue-submitted')

  await page.goto(`${walk.product.url}/#/pages/inbox/index`)
  await seen(page, '请您看一看').waitFor()
  await look(page, '13-inbox')
  await seen(page, '请您看一看').click()
  await press(page, '确认解决')
  await page.getByRole('dialog').getByRole('button', { name: /确认/ }).locator('visible=true').last().click()
  await seen(page, '这件事办得怎么样？').waitFor()
  await page.getByRole('radio', { name: /满意/ }).locator('visible=true').last().click()
  await page.getByRole('checkbox', { name: '行动快' }).locator('visible=true').click()
  await look(page, '14-rate-sheet')
  await press(page, '提交评价')
  await seen(page, '谢谢您的评价').waitFor()
  await seen(page, '已办结').waitFor()
  await look(page, '15-issue-closed')
  for (const phone of phones) expect(phone.faults).toEqual([])
})
