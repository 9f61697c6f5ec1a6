import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()

test('a building head reports for a neighbour at a door, in their name, and ends it', async () => {
  const { page, faults, close } = await openAs(walk.browser, walk.product.url, 'building-head-1')
  await page.goto(`${walk.product.url}/#/packages/gridwork/assist/index`)
  await page.getByPlaceholder(/居民姓名/).fill('无此人')
  await page.getByText(/没有姓名以“无此人”开头的居民/).waitFor()
  await press(page, '按门牌号找')
  for (const [field, value] of [
    ['小区', '鑫盛嘉园'],
    ['楼栋', '1号楼'],
    ['单元', '1单元'],
    ['门牌号', '101'],
  ] as const) {
    const select = page.getByRole('button', { name: new RegExp(`^${field}，请选择`) })
    if ((await select.count()) === 0) continue
    await select.click()
    await page.getByRole('dialog').getByRole('radio', { name: value }).first().click()
  }
  await page.getByRole('textbox', { name: /写姓名/ }).fill('王奶奶')
  await screenshot(page, 'assist-door')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await press(page, '替王奶奶上报')
  await page.getByRole('radio', { name: '不会用手机' }).click()
  await screenshot(page, 'assist-start')
  await press(page, '开始代报')

  await page
    .getByText(/正在代王奶奶上报，还剩 30 分钟/)
    .locator('visible=true')
    .first()
    .waitFor()
  await screenshot(page, 'assist-report')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await press(page, '没有照片，下一步')
  await page.getByText(/101/).locator('visible=true').first().waitFor()
  await screenshot(page, 'assist-place')
  await press(page, /^下一步$/)
  await page.getByRole('textbox', { name: /情况说明/ }).fill('楼道的灯不亮，晚上看不见台阶')
  await page
    .getByRole('radio', { name: /路灯、楼道灯/ })
    .first()
    .click()
  await page.getByText('不向处理人公开王奶奶的姓名').waitFor()
  await screenshot(page, 'assist-words')
  await press(page, '提交上报')
  await page.getByText(/这件事算王奶奶的/).waitFor()
  await screenshot(page, 'assist-sent')
  await press(page, '查看进度')
  await page.getByText('代报人').waitFor()
  await screenshot(page, 'assist-issue')
  await page.goto(`${walk.product.url}/#/packages/gridwork/assist/index`)
  await page.getByText(/王奶奶 · \d{4}-/).waitFor()
  await press(page, '结束代报')
  await page.getByText('换一位居民').waitFor({ state: 'hidden' })
  await screenshot(page, 'assist-past')
  expect(faults).toEqual([])
  await close()
})

test('whoever deals with an issue asks for the number with a purpose, and the resident reads who did', async () => {
  const { url } = walk.product
  const { data } = (await callAs(url, 'resident-grid-2', 'issues.reportIssue', {
    classCode: 'fireLane',
    text: '楼道里堆着旧家具',
    place: { unitId: 'unit-1-1-1' },
  })) as { data: { id: string } }
  const worker = await openAs(walk.browser, url, 'worker-grid-2')
  await worker.page.goto(`${url}/#/packages/resident/issue/index?id=${data.id}`)
  await press(worker.page, '查看电话')
  await worker.page.getByRole('radio', { name: '约时间上门' }).click()
  await worker.page.getByRole('dialog').getByRole('button', { name: '查看电话' }).click()
  await worker.page
    .getByText(/居民没有同意查看电话/)
    .first()
    .waitFor()
  await screenshot(worker.page, 'phone-refused')
  await callAs(url, 'resident-grid-2', 'residents.setPhone', { phone: '13900000001', isShared: true })
  await worker.page.getByRole('dialog').getByRole('button', { name: '查看电话' }).click()
  await worker.page.getByText('13900000001').first().waitFor()
  await screenshot(worker.page, 'phone-shown')
  expect([await barriers(worker.page), await clippings(worker.page)]).toEqual([[], []])
  await worker.close()

  const { page, close } = await openAs(walk.browser, url, 'resident-grid-2')
  await page.goto(`${url}/#/packages/resident/my-data/index`)
  await page.getByText('谁看过我的电话').scrollIntoViewIfNeeded()
  await page.getByText(/ · 约时间上门/).waitFor()
  await screenshot(page, 'phone-reads')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await close()
})
