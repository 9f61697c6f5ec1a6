import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()
const root = 'packages/participation'

/** Types until the page, which hydrates a moment after it shows, has taken the words. */
const type = async (page: Awaited<ReturnType<typeof openAs>>['page'], name: string | RegExp, words: string) => {
  const field = page.getByRole('textbox', { name }).locator('visible=true').last()
  for (let tries = 0; tries < 10; tries++) {
    await field.fill(words)
    await page.waitForTimeout(150)
    if ((await field.inputValue()) === words) return
  }
  throw new Error(`${String(name)} never took the words`)
}

test('a topic from the proposal to a ballot: two windows, the resident and the desk', async () => {
  const { url } = walk.product
  const resident = await openAs(walk.browser, url, 'resident-grid-6')
  const desk = await openAs(walk.browser, url, 'community-worker-1')

  await resident.page.goto(`${url}/#/${root}/propose-topic/index`)
  await type(resident.page, /标题/, '车棚旁加一排晾衣杆')
  await type(resident.page, /内容/, '一楼住户没处晒被子，车棚旁边有空地，能不能加一排晾衣杆。')
  await screenshot(resident.page, 'consultation-propose')
  await press(resident.page, '提交议题')
  await resident.page.getByText('正在审核，通过后大家看得到').locator('visible=true').first().waitFor()

  await desk.page.goto(`${url}/#/${root}/held-words/index`)
  await desk.page.getByText('议题：车棚旁加一排晾衣杆').waitFor()
  await screenshot(desk.page, 'consultation-held')
  const held = desk.page.locator('.ui-card', { hasText: '车棚旁加一排晾衣杆' })
  await held.getByRole('button', { name: '可以公开' }).click()
  await desk.page.getByText('议题：车棚旁加一排晾衣杆').waitFor({ state: 'detached' })

  await desk.page.goto(`${url}/#/${root}/topics/index`)
  await desk.page.getByText('车棚旁加一排晾衣杆').locator('visible=true').first().click()
  await press(desk.page, '开始初审，由我主办')
  await press(desk.page, /^初审通过$/)
  await desk.page.getByRole('button', { name: '召开会议' }).waitFor()
  await screenshot(desk.page, 'consultation-desk')
  const id = /id=([\w-]+)/.exec(desk.page.url())![1]!
  const called = (await callAs(url, 'community-worker-1', 'consultations.callMeeting', {
    id,
    startsAt: new Date(Date.now() + 10 * 60_000).toISOString(),
    place: '车棚旁',
    agenda: '装在哪里，谁来管',
  })) as { ok: boolean }
  expect(called.ok).toBe(true)

  await desk.page.reload()
  const digits = desk.page.locator('.shown-code-typed').last()
  await digits.waitFor()
  await screenshot(desk.page, 'consultation-code')
  await resident.page.reload()
  await resident.page.getByText('到会签到').waitFor()
  await type(resident.page, '六位数字', (await digits.textContent())!.replace(/\D/g, ''))
  await press(resident.page, /^签到$/)
  await resident.page.getByText('1 人，您已签到').waitFor()

  await press(desk.page, '发起表决')
  await type(desk.page, /表决的问题/, '装不装晾衣杆')
  await type(desk.page, /^选项 1(，|$)/, '装')
  await type(desk.page, /^选项 2(，|$)/, '不装')
  await screenshot(desk.page, 'consultation-vote-sheet')
  await press(desk.page, '开始表决')
  await desk.page.getByText('按户表决，一户一票').waitFor()

  await resident.page.reload()
  await resident.page.getByRole('radio', { name: '装', exact: true }).click()
  await press(resident.page, /^投票$/)
  await resident.page.getByText('1 票').first().waitFor()
  await screenshot(resident.page, 'consultation-voted')
  for (const { page, faults } of [resident, desk]) {
    expect(await barriers(page)).toEqual([])
    expect(await clippings(page)).toEqual([])
    expect(faults).toEqual([])
  }
  await resident.close()
  await desk.close()
})

test('whoever types what somebody has proposed already is shown it, and joins in', async () => {
  const { url } = walk.product
  const asked = { title: '东门加一个快递柜', text: '快递都堆在东门口，能不能加一个快递柜。' }
  await callAs(url, 'community-worker-1', 'consultations.proposeTopic', asked)
  const { page, close, faults } = await openAs(walk.browser, url, 'resident-grid-7')
  await page.goto(`${url}/#/${root}/propose-topic/index`)
  await type(page, /标题/, '东门口想要一个快递柜')
  await page.getByText('已经有人提过类似的').waitFor()
  await screenshot(page, 'consultation-similar')
  await page.getByText(asked.text).locator('visible=true').first().waitFor()
  await press(page, /附议这个：东门加一个快递柜/)
  await page.getByRole('button', { name: /已附议：东门加一个快递柜/ }).waitFor()
  await press(page, /看看：东门加一个快递柜/)
  // Support is taken back only by whoever says so twice.
  await press(page, '已附议（1）')
  await press(page, /^留着$/)
  await page.getByRole('button', { name: '已附议（1）' }).waitFor()
  await press(page, '已附议（1）')
  await press(page, /^取消附议$/)
  await press(page, /^附议$/)
  await page.getByRole('button', { name: '已附议（1）' }).waitFor()
  expect(await barriers(page)).toEqual([])
  expect(faults).toEqual([])
  await close()
})

test('whoever nobody knows yet is told what binding a home brings, and led there', async () => {
  const { page, close, faults } = await openAs(walk.browser, walk.product.url, 'newcomer-1')
  await page.goto(`${walk.product.url}/#/${root}/topics/index`)
  await page.getByText('绑定住房以后，一起来商量').waitFor()
  await screenshot(page, 'consultation-newcomer')
  expect(await barriers(page)).toEqual([])
  await press(page, '去绑定住房')
  await page.waitForURL(/bind-household/)
  expect(faults).toEqual([])
  await close()
})

test('on the narrowest phone, in large letters, how many stand behind a topic stays on one line', async () => {
  const { url } = walk.product
  const asked = { title: '楼前装一排晾衣杆', text: '一楼住户没处晒被子，楼前有空地。' }
  const { data } = (await callAs(url, 'community-worker-1', 'consultations.proposeTopic', asked)) as {
    data: { id: string }
  }
  for (const persona of ['resident-grid-5', 'resident-grid-6', 'resident-grid-7'])
    await callAs(url, persona, 'consultations.setSupport', { id: data.id, isOn: true })
  const { page, close, faults } = await openAs(walk.browser, url, 'resident-grid-6')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.getByRole('switch', { name: /大字版/ }).click()
  await page.goto(`${url}/#/${root}/topics/index`)
  const support = page.getByText('3 人附议').locator('visible=true').first()
  await support.waitFor()
  const lines = await support.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  })
  expect(lines).toBe(1)
  await screenshot(page, 'consultation-narrow')
  expect([await clippings(page), faults]).toEqual([[], []])
  await close()
})
