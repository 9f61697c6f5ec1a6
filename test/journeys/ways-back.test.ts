import type { Page } from 'playwright-core'
import { openAs, output, screenshot, type Phone } from '../support/browser'
import { useJourney } from '../support/journey'
import { png } from '../support/images'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()
let issueId = ''
/** Words nobody else has reported, so that the walk can be taken again on the same data. */
const words = `楼道里堆着旧家具（${Date.now() % 100_000}）`
let phone: Phone

beforeAll(async () => {
  const reported = (await callAs(walk.product.url, 'resident-grid-1', 'issues.reportIssue', {
    classCode: 'fireLane',
    text: words,
    place: { unitId: 'unit-1-1-1' },
  })) as { data: { id: string } }
  issueId = reported.data.id
  await callAs(walk.product.url, 'worker-grid-2', 'issues.moveIssue', { id: issueId, move: 'start' })
})
afterEach(async () => {
  await phone?.close()
})

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).locator('visible=true').last().click()
const dialogs = (page: Page) => page.getByRole('dialog').count()
const at = (page: Page) => page.evaluate(() => location.hash)
/** One press of the browser's own button. */
const back = async (page: Page): Promise<void> => {
  await page.evaluate(() => history.back())
  await page.waitForTimeout(400)
}
const issueHash = () => `#/packages/resident/issue/index?id=${issueId}`
/** The worker's phone: home, then the queue, then the issue. */
const openIssue = async (): Promise<Page> => {
  phone = await openAs(walk.browser, walk.product.url, 'worker-grid-2')
  const { page } = phone
  await page.locator('.home-duty').click()
  await page.getByText(words).locator('visible=true').first().click()
  await page.getByRole('button', { name: '更多操作' }).locator('visible=true').waitFor()
  return page
}

describe('the browser’s back button', () => {
  test('closes a sheet and keeps the page, and what was typed is there when the sheet opens again', async () => {
    const page = await openIssue()
    const hash = await at(page)
    await press(page, '记进展')
    await page.getByLabel('现在到哪一步了').fill('已联系师傅')
    await back(page)
    expect([await dialogs(page), await at(page)]).toEqual([0, hash])
    await press(page, '记进展')
    expect(await page.getByLabel('现在到哪一步了').inputValue()).toBe('已联系师傅')
    await back(page)
    await page.evaluate(() => history.forward())
    await page.waitForTimeout(400)
    expect([await dialogs(page), await at(page)]).toEqual([0, hash])
    await page.getByText(words).locator('visible=true').first().waitFor()
  })

  test('leaves in one press after sheets were closed by their own buttons, however many', async () => {
    const page = await openIssue()
    for (let time = 0; time < 3; time++) {
      await press(page, '更多操作')
      await page.getByRole('button', { name: '关闭' }).click()
    }
    await back(page)
    expect(await at(page)).toContain('gridwork/queue')
    await page.getByText(words).locator('visible=true').first().waitFor()
    await back(page)
    expect(await at(page)).toContain('pages/home')
  })

  test('the page’s own 返回 leaves in one press too, and a page opened from there comes back here', async () => {
    const page = await openIssue()
    await press(page, '更多操作')
    await page.getByRole('button', { name: '关闭' }).click()
    await press(page, '返回')
    await page.waitForTimeout(400)
    expect(await at(page)).toContain('gridwork/queue')
    await page.getByText(words).locator('visible=true').first().click()
    await page.getByRole('button', { name: '更多操作' }).locator('visible=true').waitFor()
    expect(await at(page)).toBe(issueHash())
  })

  test('a page come to by its address is left by another address, after a sheet was closed on it', async () => {
    phone = await openAs(walk.browser, walk.product.url, 'worker-grid-2')
    const { page } = phone
    await page.evaluate((hash) => void (location.hash = hash), issueHash())
    await page.getByText(words).locator('visible=true').first().waitFor()
    await page.waitForTimeout(400)
    await press(page, '更多操作')
    await page.getByRole('button', { name: '关闭' }).click()
    await page.evaluate(() => void (location.hash = '#/packages/gridwork/leave/index'))
    await page.getByText('安排请假').locator('visible=true').first().waitFor()
    expect(await at(page)).toContain('gridwork/leave')
  })

  test('over a sheet that was left open by a reload it goes where it would have gone', async () => {
    const page = await openIssue()
    await press(page, '更多操作')
    await page.reload()
    await page.getByRole('button', { name: '更多操作' }).locator('visible=true').waitFor()
    expect(await dialogs(page)).toBe(0)
    await back(page)
    expect(await at(page)).toContain('gridwork/queue')
    await page.getByText(words).locator('visible=true').first().waitFor()
  })

  test('closes what lies over a sheet first, then the sheet, then leaves', async () => {
    const page = await openIssue()
    const hash = await at(page)
    await press(page, '记进展')
    await page.getByLabel('现在到哪一步了').fill('已联系师傅')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('dialog').getByText('添加照片').click(),
    ])
    const buffer = Buffer.from(png({ width: 400, height: 300, comment: 'phone' }))
    await chooser.setFiles({ name: 'a.png', mimeType: 'image/png', buffer })
    await press(page, /点按查看大图/)
    expect(await dialogs(page)).toBe(2)
    await back(page)
    expect(await dialogs(page)).toBe(1)
    expect(await page.getByLabel('现在到哪一步了').inputValue()).toBe('已联系师傅')
    await back(page)
    expect([await dialogs(page), await at(page)]).toEqual([0, hash])
    await back(page)
    expect(await at(page)).toContain('gridwork/queue')
    expect(phone.faults).toEqual([])
  })
})

describe('addresses that lead nowhere', () => {
  test.each(['nowhere/at/all', 'pages/nothing/index'])('#/%s says so and leads home', async (hash) => {
    phone = await openAs(walk.browser, walk.product.url, 'resident-grid-2')
    const { page } = phone
    await page.goto(`${walk.product.url}/#/${hash}`)
    await page.getByText('没有这个页面').locator('visible=true').waitFor()
    await page.reload()
    await page.getByText('没有这个页面').locator('visible=true').waitFor()
    await screenshot(page, `lost-${hash.replace(/\W/g, '-')}`)
    await press(page, '回首页')
    await page.getByRole('switch', { name: /大字版/ }).waitFor()
    expect(phone.faults).toEqual([])
  })

  test.each([
    ['?id=nothing', '没有找到'],
    ['', '没有说明是哪一件事'],
  ])('an issue “%s” says why and offers the way home, not another try', async (query, why) => {
    phone = await openAs(walk.browser, walk.product.url, 'resident-grid-2')
    const { page } = phone
    await page.goto(`${walk.product.url}/#/packages/resident/issue/index${query}`)
    await page.getByText(why).locator('visible=true').first().waitFor()
    expect(await page.getByRole('button', { name: '重试' }).locator('visible=true').count()).toBe(0)
    await press(page, '回首页')
    await page.getByRole('switch', { name: /大字版/ }).waitFor()
  })
})

test('each tab keeps its own person over a reload; a new tab begins as the last one chosen', async () => {
  phone = await openAs(walk.browser, walk.product.url, 'resident-grid-2')
  const { page, context } = phone
  const nameIn = (tab: Page) => tab.locator('.home-hello-name').textContent()
  const first = await nameIn(page)
  const other = await context.newPage()
  await other.goto(walk.product.url)
  await other.getByRole('switch', { name: /大字版/ }).waitFor()
  expect(await nameIn(other)).toBe(first)
  await other.goto(`${walk.product.url}/#/pages/mine/index`)
  await press(other, /切换身份/)
  await other.getByRole('dialog').getByRole('button', { name: '切换' }).click()
  await other.getByPlaceholder('搜姓名、岗位或网格').waitFor()
  await other.reload()
  await other.getByPlaceholder('搜姓名、岗位或网格').fill('第三网格')
  await other.locator('.persona-row').first().click()
  await other.getByRole('switch', { name: /大字版/ }).waitFor()
  const second = await nameIn(other)
  expect(second).not.toBe(first)
  await page.reload()
  await page.getByRole('switch', { name: /大字版/ }).waitFor()
  expect(await nameIn(page)).toBe(first)
  await other.reload()
  await other.getByRole('switch', { name: /大字版/ }).waitFor()
  expect(await nameIn(other)).toBe(second)
})

test('danger in the words shows its numbers before a class is chosen, and the form goes on', async () => {
  phone = await openAs(walk.browser, walk.product.url, 'resident-grid-2')
  const { page } = phone
  await press(page, /上报问题/)
  await press(page, '没有照片，下一步')
  await press(page, /我家这栋楼/)
  await press(page, /^下一步/)
  await page.getByLabel('情况说明').locator('visible=true').fill('楼下着火了')
  await page.getByRole('button', { name: /119/ }).locator('visible=true').waitFor()
  await screenshot(page, 'emergency-by-words')
  await page.getByLabel('情况说明').locator('visible=true').fill('楼下有垃圾')
  await page.getByRole('button', { name: /119/ }).waitFor({ state: 'detached' })
})

test('a place that could not be read says so in sight, above the bar', async () => {
  phone = await openAs(walk.browser, walk.product.url, 'resident-grid-2')
  const { page } = phone
  await page.setViewportSize({ width: 320, height: 568 })
  await press(page, /上报问题/)
  await press(page, '没有照片，下一步')
  await page.getByRole('tab', { name: '地图标点' }).locator('visible=true').click()
  await press(page, '用我现在的位置')
  const banner = page.getByText('没有取到位置').locator('visible=true')
  await banner.waitFor()
  await page.waitForTimeout(500)
  await screenshot(page, 'location-denied')
  const [box, bar] = [
    await banner.boundingBox(),
    await page.locator('.ui-page-bottom').locator('visible=true').boundingBox(),
  ]
  expect(box!.y).toBeGreaterThan(0)
  expect(box!.y + box!.height).toBeLessThan(bar!.y)
})

test('on the narrowest phone in large letters no button breaks its words, and a form leads to its first error', async () => {
  phone = await openAs(walk.browser, walk.product.url, 'worker-grid-2')
  const { page } = phone
  await page.getByRole('switch', { name: /大字版/ }).click()
  await page.setViewportSize({ width: 320, height: 568 })
  await page.goto(`${walk.product.url}/${issueHash()}`)
  const tall = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.ui-actions .ui-button, .ui-sheet-actions .ui-button')]
        .filter((one) => one.offsetHeight > 66 || one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.innerText),
    )
  await page.getByRole('button', { name: '提交结果' }).locator('visible=true').waitFor()
  await screenshot(page, 'narrow-elder-issue')
  expect(await tall()).toEqual([])
  await press(page, '提交结果')
  await page.locator('.ui-sheet-body').evaluate((body) => body.scrollTo(0, 9999))
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await page.locator('.ui-field-error').first().waitFor()
  await page.waitForTimeout(500)
  await screenshot(page, 'narrow-elder-error')
  const seen = await page.evaluate(() => {
    const error = document.querySelector('.ui-sheet-panel .ui-field-error')!
    const body = document.querySelector('.ui-sheet-body')!.getBoundingClientRect()
    const box = error.getBoundingClientRect()
    const hasFocus = error.closest('.ui-field')!.contains(document.activeElement)
    return { isSeen: box.top >= body.top && box.bottom <= body.bottom, hasFocus }
  })
  expect(seen).toEqual({ isSeen: true, hasFocus: true })
})

test('an issue goes on paper whole and plain, without what only a finger can use', async () => {
  phone = await openAs(walk.browser, walk.product.url, 'worker-grid-2')
  const { page } = phone
  await page.goto(`${walk.product.url}/${issueHash()}`)
  await page.getByText(words).locator('visible=true').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  const shown = (selector: string) =>
    page.evaluate(
      (one) => [...document.querySelectorAll<HTMLElement>(one)].filter((element) => element.offsetParent).length,
      selector,
    )
  expect([await shown('.ui-page-bottom'), await shown('.ui-page-nav'), await shown('.ui-button')]).toEqual([0, 0, 0])
  const { whole, page: sheet } = await page.evaluate(() => ({
    whole: document.documentElement.scrollHeight,
    page: [...document.querySelectorAll<HTMLElement>('.ui-page')].find((one) => one.offsetParent)!.scrollHeight,
  }))
  expect(whole).toBeGreaterThanOrEqual(sheet)
  expect(sheet).toBeGreaterThan(600)
  await page.screenshot({ path: `${output}/paper.png`, fullPage: true })
})

test('a stand-in is found by name or building among seventy, and stays in sight once chosen', async () => {
  phone = await openAs(walk.browser, walk.product.url, 'building-head-1')
  const { page } = phone
  await page.goto(`${walk.product.url}/#/packages/gridwork/leave/index`)
  const people = page.getByRole('radiogroup', { name: /谁来代班/ }).getByRole('radio')
  await people.first().waitFor()
  expect(await people.count()).toBe(12)
  await page.getByText(/还有 \d+ 人没有列出/).waitFor()
  const search = page.getByPlaceholder('姓名、小区或楼号')
  await search.fill('青禾园 2号楼')
  await expect(people.allTextContents()).resolves.toEqual([expect.stringContaining('青禾园2号楼')])
  await people.first().click()
  await search.fill('')
  expect(await people.count()).toBe(12)
  expect(await people.first().getAttribute('aria-checked')).toBe('true')
  await search.fill('没有这个人')
  await page.getByText('没有找到，换个词试试').waitFor()
})
