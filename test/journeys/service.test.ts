import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { barriers, clippings, openAs, printed, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { askAs, runJob, serveTogether } from '../support/service'

jest.setTimeout(240_000)

const walk = useJourney()
const desk = 'community-worker-1'
const [member, neighbour] = ['resident-grid-6', 'resident-grid-7']

beforeAll(async () => {
  const { url } = walk.product
  await serveTogether(url, [member, neighbour])
  await serveTogether(url, [member], '清理楼道')
  await askAs(url, 'administrator-1', 'lovebank.adjustPoints', {
    kind: 'person',
    ownerId: neighbour,
    halfPoints: 7,
    reason: '补记上半年的志愿服务',
  })
  await runJob(url, 'everyHour')
})

const looksClean = async (page: Page): Promise<void> =>
  expect({ barriers: await barriers(page), clippings: await clippings(page) }).toEqual({ barriers: [], clippings: [] })

const headOf = async (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function () {
      document.body.dataset.named = this.download
      click.call(this)
    }
  })

test.each([false, true])(
  'the desk reads who came, hours and points with what they mean; the file adds up to the screen; large letters: %s',
  async (isElder) => {
    const { url } = walk.product
    const size = isElder ? 'elder' : 'page'
    const phone = await openAs(walk.browser, url, desk)
    const { page } = phone
    if (isElder) await page.getByRole('switch', { name: /大字版/ }).click()
    await page.goto(`${url}/#/pages/mine/index`)
    await press(page, /^志愿服务数据/)
    await page.getByText('活跃 2 人').waitFor()
    await page.getByText(/回来的 0 ÷ 2（样本太少） · 3 人次/).waitFor()
    await page.getByText('合计 1 小时 30 分钟，其中计分 1 小时 30 分钟，荣誉 0 分钟。').waitFor()
    await page.getByText('发放 1.5 · 更正 3.5 · 兑换 0 · 到期 0').waitFor()
    await screenshot(page, `${size}-service`)
    await looksClean(page)
    await page.getByText('发放 1.5 · 更正 3.5 · 兑换 0 · 到期 0').scrollIntoViewIfNeeded()
    await screenshot(page, `${size}-service-points`)
    await page.getByRole('radio', { name: '去年' }).click()
    await page.getByText('这段时间还没有数字').waitFor()
    await page.getByRole('radio', { name: '近一年' }).click()
    await page.getByText('活跃 2 人').waitFor()

    await press(page, /^导出$/)
    await screenshot(page, `${size}-service-export`)
    await looksClean(page)
    await headOf(page)
    const waiting = page.waitForEvent('download')
    await press(page, /^CSV/)
    const lines = fs
      .readFileSync(await (await waiting).path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(await page.evaluate(() => document.body.dataset.named)).toMatch(/^志愿服务数据-.*\.csv$/)
    const [heads, ...rows] = lines.map((line) => line.split(','))
    const added = (head: string) => rows.slice(0, -1).reduce((sum, row) => sum + Number(row[heads!.indexOf(head)]), 0)
    expect([added('参加人次'), added('计分时长（分钟）'), added('发放积分'), added('更正积分')]).toEqual([
      3, 90, 1.5, 3.5,
    ])
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    const paper = await printed(page, `${size}-service-paper`)
    expect(paper.words).toMatch(/志愿服务数据[^]*活跃人数[^]*合计[^]*活跃＝当月来过/)
    expect([paper.pages, paper.colours]).toEqual([1, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']])
    await page.goto(`${url}/#/packages/office/exports/index`)
    await page
      .getByText(/共 \d+ 个月/)
      .first()
      .waitFor()
    await looksClean(page)
    expect(phone.faults).toEqual([])
    await phone.close()
  },
)

test('a volunteer sees their own place, shows themselves after having said so, and is gone by the same switch', async () => {
  const { url } = walk.product
  const [own, other] = [await openAs(walk.browser, url, member), await openAs(walk.browser, url, neighbour)]
  const { page } = own
  await page.goto(`${url}/#/packages/lovebank/account/index`)
  await press(page, /^志愿排行榜/)
  await page.getByText('第 1 名').waitFor()
  await page.getByText('这段时间还没有人上榜').waitFor()
  await screenshot(page, 'ranking-none')
  await looksClean(page)
  await page.getByRole('switch', { name: '在排行榜上显示我' }).click()
  await screenshot(page, 'ranking-consent')
  await looksClean(page)
  await page.getByRole('checkbox', { name: '我已年满 18 周岁' }).click()
  await press(page, '同意显示')
  await page.getByText(/（您）/).waitFor()
  await screenshot(page, 'ranking')
  await looksClean(page)

  await other.page.getByRole('switch', { name: /大字版/ }).click()
  await other.page.goto(`${url}/#/packages/lovebank/ranking/index`)
  await other.page.getByText('第 2 名').waitFor()
  await other.page.locator('.ranking-who').filter({ hasText: /\*/ }).waitFor()
  await screenshot(other.page, 'elder-ranking')
  await looksClean(other.page)

  await page.getByRole('switch', { name: '在排行榜上显示我' }).click()
  await page.getByText('这段时间还没有人上榜').waitFor()
  await other.page.reload()
  await other.page.getByText('这段时间还没有人上榜').waitFor()
  await other.page.goto(`${url}/#/packages/resident/my-data/index`)
  await other.page.getByText('爱心银行里的').scrollIntoViewIfNeeded()
  await screenshot(other.page, 'elder-my-data-bank')
  await looksClean(other.page)
  expect([own.faults, other.faults]).toEqual([[], []])
  for (const phone of [own, other]) await phone.close()
})
