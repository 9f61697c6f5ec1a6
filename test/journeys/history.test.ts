import type { Browser } from 'playwright-core'
import { barriers, clippings, launch, openAs, screenshot } from '../support/browser'
import { press } from '../support/journey'
import { startProduct, type Product } from '../support/product'

jest.setTimeout(180_000)

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct([], undefined, { hasHistory: true })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** A page as somebody opens it, with a picture of it, and nothing about it that hinders. */
const look = async (persona: string, route: string, name: string, isElder = false) => {
  const phone = await openAs(browser, product.url, persona)
  if (isElder) await phone.page.getByRole('switch', { name: /大字版/ }).click()
  await phone.page.goto(`${product.url}/#/${route}`)
  await phone.page.waitForLoadState('networkidle')
  await phone.page.waitForTimeout(500)
  await screenshot(phone.page, name)
  expect(await barriers(phone.page)).toEqual([])
  expect(await clippings(phone.page)).toEqual([])
  return phone
}

describe.each([false, true])('with large letters: %s', (isElder) => {
  const named = (name: string) => `${isElder ? 'elder' : 'page'}-history-${name}`

  test('the green of 王舍路 is found from the register, with its upkeep and the issue it grew from', async () => {
    const { page, close } = await look(
      'community-worker-1',
      'packages/resident/adoptions/index',
      named('adoptions'),
      isElder,
    )
    await press(page, /王舍路南侧绿地/)
    await page.getByText('养护记录（10）').waitFor()
    await page.waitForTimeout(500)
    await screenshot(page, named('adoption'))
    expect(await barriers(page)).toEqual([])
    expect(await clippings(page)).toEqual([])
    await press(page, /事项 /)
    await page.getByText('整治工程').first().waitFor()
    await page.waitForLoadState('networkidle')
    await screenshot(page, named('issue'))
    expect(await page.getByText('整治前').count()).toBe(1)
    expect(await barriers(page)).toEqual([])
    expect(await clippings(page)).toEqual([])
    await close()
  })

  test('a volunteer finds what lies ahead, what they have served and what they earned by it, each as the other says', async () => {
    const { page, close } = await look(
      'resident-grid-6',
      'packages/lovebank/my-signups/index',
      named('my-signups'),
      isElder,
    )
    await page.getByText('有名额').first().waitFor()
    await page.getByText('计分时长').waitFor()
    await page.getByRole('tab', { name: '参加过的' }).click()
    await page
      .getByText(/得 [\d.]+ 分/)
      .first()
      .waitFor()
    await page.waitForTimeout(500)
    await screenshot(page, named('served'))
    expect(await barriers(page)).toEqual([])
    expect(await clippings(page)).toEqual([])
    await page.goto(`${product.url}/#/packages/lovebank/account/index`)
    await page.getByText('四点半课堂').first().waitFor()
    await page.waitForTimeout(500)
    await screenshot(page, named('earned'))
    expect(await barriers(page)).toEqual([])
    expect(await clippings(page)).toEqual([])
    await close()
  })

  test('the desk sees who still waits for somebody’s word, and the activities with their leaders', async () => {
    const { page, close } = await look(
      'community-worker-1',
      'packages/office/activities/index',
      named('activities'),
      isElder,
    )
    await page.getByText(/^等确认的签到/).waitFor()
    await page.getByText('王舍路捡拾垃圾').first().waitFor()
    await close()
  })

  test('房石小区 shows its 18 days to any neighbour', async () => {
    const { page, close } = await look(
      'resident-grid-1',
      'packages/resident/public-issue/index?id=issue-sample-13',
      named('lawn'),
      isElder,
    )
    for (const words of ['18', '600', '整治前', '整治后'])
      await page.getByText(words, { exact: true }).first().waitFor()
    await close()
  })

  test('what led to the lawn of 房石小区 stands on its project, meeting after meeting', async () => {
    const { page, close } = await look(
      'resident-grid-8',
      'packages/participation/project/index?id=project-sample-72',
      named('project'),
      isElder,
    )
    await page.getByText('4 次会议，按先后排').waitFor()
    await press(page, /^草地建好以后谁来管/)
    await page.getByText('所属项目，每次会议和决定都在里面').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(await clippings(page)).toEqual([])
    await close()
  })

  test('the desk looks at like reports', async () => {
    const { page, close } = await look(
      'community-worker-1',
      'packages/office/clusters/index',
      named('clusters'),
      isElder,
    )
    await press(page, /小广告/)
    await page.getByText('以哪件为主').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(800)
    await screenshot(page, named('cluster'))
    expect(await barriers(page)).toEqual([])
    expect(await clippings(page)).toEqual([])
    await close()
  })
})

test('one tap makes one thing of six', async () => {
  const { page, close } = await look(
    'community-worker-1',
    'packages/office/clusters/index',
    'page-history-clusters-before',
  )
  await press(page, /小广告/)
  await press(page, '合并为一件（6 件）')
  await page.getByText('我也遇到：5 户').waitFor()
  await screenshot(page, 'page-history-merged')
  await close()
})

test('a resolution grows into a project, whose page shows every meeting and decision in order, and the way back to the topic', async () => {
  const { url } = product
  const root = 'packages/participation'
  const desk = await openAs(browser, url, 'community-worker-2')
  await desk.page.goto(`${url}/#/${root}/topic/index?id=topic-handrail`)
  await press(desk.page, /^立成项目$/)
  await desk.page.getByText('内容、负责人和期限照决议').waitFor()
  await press(desk.page, /^立成项目$/)
  await desk.page.getByText('所属项目，每次会议和决定都在里面').waitFor()

  await desk.page.goto(`${url}/#/${root}/topic/index?id=topic-stairs`)
  await press(desk.page, /^归到项目$/)
  await desk.page.getByRole('radio', { name: /^单元门口台阶加扶手/ }).click()
  await screenshot(desk.page, 'page-history-tie')
  await press(desk.page, /^归到这个项目$/)
  await press(desk.page, /^单元门口台阶加扶手/)
  await desk.page.getByText('怎么商量出来的').waitFor()

  const resident = await openAs(browser, url, 'resident-grid-1')
  await resident.page.goto(`${url}/#/${root}/topic/index?id=topic-handrail`)
  await press(resident.page, /^单元门口台阶加扶手/)
  await resident.page.getByText('2 次会议，按先后排').waitFor()
  const list = resident.page.getByRole('list', { name: '会议和决定' })
  const said = await list.getByRole('listitem').allTextContents()
  expect(said.map((words) => /第 1 次会议|决议|回告结果/.exec(words)?.[0])).toEqual([
    '第 1 次会议',
    '决议',
    '回告结果',
    '第 1 次会议',
    '决议',
  ])
  await screenshot(resident.page, 'page-history-meetings')
  await press(resident.page, /^楼道灯换成声控灯/)
  await resident.page.getByText('楼道灯有的常亮有的常灭').locator('visible=true').first().waitFor()
  for (const { page, faults } of [resident, desk]) {
    expect(await barriers(page)).toEqual([])
    expect(faults).toEqual([])
  }
  await resident.close()
  await desk.close()
})
