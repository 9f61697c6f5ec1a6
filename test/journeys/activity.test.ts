import type { Page } from 'playwright-core'
import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()

const hourMs = 3_600_000

/** The wall clock of the community in two minutes; late in the evening the product's clock goes past midnight first, for a session lies within a day. */
const startClock = async (url: string): Promise<string> => {
  const wall = Date.now() + 8 * hourMs + 120_000
  const isLate = new Date(wall).getUTCHours() === 23
  if (isLate)
    await fetch(`${url}/dev/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceSeconds: 7200 }),
    })
  return new Date(wall + (isLate ? 2 * hourMs : 0)).toISOString()
}

const looksClean = async (page: Page): Promise<void> => {
  expect(await barriers(page)).toEqual([])
  expect(await clippings(page)).toEqual([])
}

const digitsOn = async (page: Page): Promise<string> =>
  (await page.locator('.shown-code-typed').last().textContent()) ?? ''

/**
 * Types six digits until the page has taken them. The session is known already, so that the field is there some milliseconds before it
 * listens, quicker than any hand.
 */
const enter = async (page: Page, digits: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: '六位数字' })
  const isTaken = () =>
    page
      .getByRole('button', { name: /^签到$/ })
      .locator('visible=true')
      .count()
  for (let tries = 0; tries < 10; tries++) {
    await field.fill('')
    await field.fill(digits)
    await page.waitForTimeout(150)
    if ((await isTaken()) > 0) return
  }
  throw new Error('the digits were never taken')
}

/** A session that starts in a moment, on the spot where the volunteer's phone will say it is. */
const soon = async (url: string): Promise<string> => {
  const start = await startClock(url)
  const made = (await callAs(url, 'community-worker-1', 'activities.createActivity', {
    title: '王舍路捡拾垃圾',
    text: '沿路捡一遍，火钳和袋子现场领。',
    skills: [],
    place: { point: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 }, words: '王舍路口' },
    headCountMin: 1,
    theme: 'litter',
    capacity: 1,
    halfPointsPerHour: 2,
    rule: {
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      times: [start.slice(11, 16)],
      minutes: 30,
      from: start.slice(0, 10),
      to: start.slice(0, 10),
    },
  })) as { data: { id: string } }
  const { data } = (await callAs(url, 'resident-grid-6', 'activities.listSessions', {})) as {
    data: { sessions: { id: string; activityId: string }[] }
  }
  return data.sessions.find(({ activityId }) => activityId === made.data.id)!.id
}

test('signed up, waited for, given back, checked in by the code on the leader’s screen, agreed to and thanked: two windows', async () => {
  const { url } = walk.product
  const id = await soon(url)
  const volunteer = await openAs(walk.browser, url, 'resident-grid-6')
  await press(volunteer.page, /志愿活动/)
  await volunteer.page
    .getByRole('button', { name: /王舍路捡拾垃圾/ })
    .first()
    .click()
  await press(volunteer.page, /^报名$/)
  await screenshot(volunteer.page, 'activity-sign-up')
  await looksClean(volunteer.page)
  await press(volunteer.page, '确认报名')
  await volunteer.page.getByText('您已报名').waitFor()

  const second = await openAs(walk.browser, url, 'resident-grid-7')
  await second.page.goto(`${url}/#/packages/lovebank/session/index?id=${id}`)
  await press(second.page, /^报名候补$/)
  await press(second.page, '确认报名')
  await second.page.getByText('有人取消时自动递补').waitFor()
  await screenshot(second.page, 'activity-waiting')
  await press(second.page, /^取消报名$/)
  await second.page.getByLabel('原因').fill('临时有事')
  await second.page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click()
  await second.page.getByRole('button', { name: /^报名候补$/ }).waitFor()
  await second.close()

  const leader = await openAs(walk.browser, url, 'community-worker-1')
  await leader.page.goto(`${url}/#/packages/lovebank/roster/index?id=${id}`)
  await leader.page.locator('.shown-code-typed').waitFor()
  await leader.page.getByText('还没来').waitFor()

  await press(volunteer.page, '去签到')
  await enter(volunteer.page, '000000')
  await press(volunteer.page, /^签到$/)
  await volunteer.page.getByText('签到码不对').waitFor()
  await screenshot(volunteer.page, 'activity-wrong-code')
  await looksClean(volunteer.page)
  await enter(volunteer.page, await digitsOn(leader.page))
  await press(volunteer.page, /^签到$/)
  await volunteer.page.getByRole('button', { name: /^签退$/ }).waitFor()
  await screenshot(volunteer.page, 'activity-checked-in')

  // No position was given, so the leader sees it come in by itself and agrees.
  await leader.page.getByText('等带队人确认').waitFor({ timeout: 15_000 })
  await screenshot(leader.page, 'activity-roster')
  await looksClean(leader.page)
  await press(leader.page, /^确认：/)
  await leader.page.getByText('已签到', { exact: true }).waitFor()

  await press(volunteer.page, /^签退$/)
  await volunteer.page.getByText('您已签退，谢谢').last().waitFor()
  await screenshot(volunteer.page, 'activity-checked-out')
  await volunteer.page.goto(`${url}/#/pages/inbox/index`)
  await volunteer.page.getByText('签到已确认').waitFor()
  for (const phone of [volunteer, leader]) await phone.close()
})
