import type { Page } from 'playwright-core'
import { openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).locator('visible=true').last()

/** Types until the page, which hydrates a moment after it shows, has taken the words. */
const type = async (page: Page, name: string | RegExp, words: string) => {
  for (let tries = 0; tries < 10; tries++) {
    await field(page, name).fill(words)
    await page.waitForTimeout(150)
    if ((await field(page, name).inputValue()) === words) return
  }
  throw new Error(`${String(name)} never took the words`)
}
const says = async (page: Page, name: string | RegExp, words: string) => {
  await field(page, name).waitFor()
  expect(await field(page, name).inputValue()).toBe(words)
}
const takenUp = (page: Page) => page.getByText('上次没写完的还在').locator('visible=true')

test('a topic typed by half is there again for whoever typed it, until it is thrown away or sent', async () => {
  const { url } = walk.product
  const address = `${url}/#/packages/participation/propose-topic/index`
  const { page, close, faults } = await openAs(walk.browser, url, 'resident-grid-6')
  await page.goto(address)
  await type(page, /标题/, '门前装一排扶手')
  expect(await takenUp(page).count()).toBe(0)
  await type(page, /内容/, '老人上台阶没处扶，')
  await page.goBack()
  await page.goto(address)
  await takenUp(page).waitFor()
  await says(page, /标题/, '门前装一排扶手')
  await says(page, /内容/, '老人上台阶没处扶，')
  await screenshot(page, 'half-written-topic')
  await press(page, '不要了，重新写')
  await says(page, /标题/, '')
  await type(page, /标题/, '楼道换感应灯')
  await type(page, /内容/, '晚上看不清台阶。')
  await page.goBack()
  await page.goto(address)
  await press(page, '提交议题')
  await page.getByText('正在审核，通过后大家看得到').locator('visible=true').first().waitFor()
  await page.goto(address)
  await says(page, /标题/, '')
  expect(await takenUp(page).count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})

test('a proposal and its group outlive the sheet, and a look at what is much the same', async () => {
  const { url } = walk.product
  const asked = {
    title: '新一年项目征集',
    text: '身边哪里想改一改，说给小组。',
    from: '2026-01-01',
    to: '2099-12-31',
    fundFen: 80_000_000,
    partyGroupIds: [],
    residentGroups: ['房石小区居民小组', '王舍路居民小组'],
  }
  const answer = (await callAs(url, 'community-worker-1', 'projects.setCall', asked)) as { data: { id: string } }
  const { page, close, faults } = await openAs(walk.browser, url, 'resident-grid-6')
  await page.goto(`${url}/#/packages/participation/call/index?id=${answer.data.id}`)
  await press(page, '我来提一个项目')
  await type(page, '想做什么', '东门口装两把长椅')
  await type(page, /在哪里/, '老人等车没处坐')
  await page.getByRole('radio', { name: /小组/ }).locator('visible=true').first().click()
  await press(page, /^关闭$/)
  await press(page, '我来提一个项目')
  await takenUp(page).waitFor()
  await says(page, '想做什么', '东门口装两把长椅')
  await says(page, /在哪里/, '老人等车没处坐')
  expect(await page.locator('[role=radio][aria-checked=true]').locator('visible=true').count()).toBe(1)
  await screenshot(page, 'half-written-proposal')
  await press(page, /^提交$/)
  await page.getByText('等待初审').last().waitFor()
  await page.goBack()
  await press(page, '我来提一个项目')
  await says(page, '想做什么', '')

  // Closed while it is being sent: it arrives, and does not come back as unsent.
  const arrival: { let?: () => void } = {}
  const held = new Promise<void>((resolve) => (arrival.let = resolve))
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('projects.proposeProject')) await held
    return route.continue()
  })
  await type(page, '想做什么', '西门口装一面镜子')
  await type(page, /在哪里/, '出门看不见来车')
  await page.getByRole('radio', { name: /小组/ }).locator('visible=true').first().click()
  const arrived = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('西门口装一面镜子')),
  )
  await press(page, /^提交$/)
  await press(page, /^关闭$/)
  await press(page, '我来提一个项目')
  await takenUp(page).waitFor()
  arrival.let!()
  await arrived
  await takenUp(page).waitFor({ state: 'hidden' })
  await says(page, '想做什么', '')
  await press(page, /^关闭$/)
  await press(page, '我来提一个项目')
  await says(page, '想做什么', '')
  expect(await takenUp(page).count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})

test('a note of progress and the words of a move are there again, said to be from before, until they are thrown away', async () => {
  const { url } = walk.product
  const report = { classCode: 'odourPests', text: '门厅有异味', place: { buildingId: 'building-1-1' } }
  const { data } = (await callAs(url, 'resident-grid-2', 'issues.reportIssue', report)) as { data: { id: string } }
  await callAs(url, 'worker-grid-2', 'issues.moveIssue', { id: data.id, move: 'start' })
  const address = `${url}/#/packages/resident/issue/index?id=${data.id}`
  const { page, close, faults } = await openAs(walk.browser, url, 'worker-grid-2')
  const openForm = async (name: RegExp, isRare: boolean) => {
    await page.goto(address)
    await page.reload()
    await page.getByRole('button', { name: '更多操作' }).locator('visible=true').waitFor()
    if (isRare) await press(page, '更多操作')
    await press(page, name)
  }
  for (const [name, isRare, label, words] of [
    [/^记进展/, false, /现在到哪一步了/, '已约物业下午去看'],
    [/^转交他人/, true, /为什么转交/, '这一片归东边的网格'],
  ] as const) {
    await openForm(name, isRare)
    await type(page, label, words)
    expect(await takenUp(page).count()).toBe(0)
    await openForm(name, isRare)
    await takenUp(page).waitFor()
    await says(page, label, words)
    await page.waitForTimeout(300)
    await screenshot(page, isRare ? 'half-written-move' : 'half-written-progress')
    await press(page, '不要了，重新写')
    await says(page, label, '')
    await openForm(name, isRare)
    await says(page, label, '')
    expect(await takenUp(page).count()).toBe(0)
  }
  expect(faults).toEqual([])
  await close()
})
