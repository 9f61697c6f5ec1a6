import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { barriers, clippings, launch, openAs, screenshot } from '../support/browser'
import { cameraFlags, writeFilm } from '../support/film'
import { press, useJourney } from '../support/journey'
import { sessionSoon } from '../support/love-bank'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()

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

test('signed up, waited for, given back, checked in by the code on the leader’s screen, agreed to and thanked: two windows', async () => {
  const { url } = walk.product
  const id = await sessionSoon(url)
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

test('the code that turns is scanned by one and typed by another while the leader’s screen is open; a photo of it is worth nothing a minute later', async () => {
  const { url } = walk.product
  const id = await sessionSoon(url, 3)
  const nameOf = new Map(
    ((await (await fetch(`${url}/dev/personas`)).json()) as { personas: { id: string; name: string }[] }).personas.map(
      (one) => [one.id, one.name],
    ),
  )
  const [scanner, typist] = ['resident-grid-2', 'resident-grid-3'] as const
  for (const persona of [scanner, typist]) await callAs(url, persona, 'activities.signUp', { id })

  const leader = await openAs(walk.browser, url, 'community-worker-1')
  await leader.page.goto(`${url}/#/packages/lovebank/roster/index?id=${id}`)
  await leader.page.locator('.shown-code-typed').waitFor()
  const stateOf = (persona: string) =>
    leader.page.locator('.roster-person', { hasText: nameOf.get(persona)! }).locator('.ui-tag')
  const other = await openAs(walk.browser, url, typist)
  await other.page.goto(`${url}/#/packages/lovebank/check-in/index?id=${id}`)
  await other.page.getByRole('textbox', { name: '六位数字' }).waitFor()

  // The camera of the third window sees what the leader's window shows.
  const photographed = await digitsOn(leader.page)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grid-activity-'))
  writeFilm(path.join(folder, 'screen.y4m'), `session:${id}:${photographed}`)
  const filmed = await launch(cameraFlags(path.join(folder, 'screen.y4m')))
  const volunteer = await openAs(filmed, url, scanner)
  await volunteer.page.goto(`${url}/#/packages/lovebank/check-in/index?id=${id}`)
  await press(volunteer.page, '扫带队人的签到码')
  await volunteer.page.getByRole('button', { name: /^签退$/ }).waitFor()
  await screenshot(volunteer.page, 'activity-scanned')

  // Nobody touches the leader's window: the name comes in, and the code turns.
  await leader.page.getByText(/签到 1\/2 人/).waitFor({ timeout: 15_000 })
  expect([await stateOf(scanner).textContent(), await stateOf(typist).textContent()]).toEqual([
    '等带队人确认',
    '还没来',
  ])
  await leader.page.waitForFunction(
    (before) => [...document.querySelectorAll('.shown-code-typed')].at(-1)?.textContent !== before,
    photographed,
    { timeout: 40_000 },
  )
  await screenshot(leader.page, 'activity-code-turned')

  // A minute later by every clock, the photo that was sent on is worth nothing; what the screen shows now is.
  await fetch(`${url}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceSeconds: 61 }),
  })
  await other.page.evaluate(() => {
    const real = Date.now.bind(Date)
    Date.now = () => real() + 61_000
  })
  await enter(other.page, photographed)
  await press(other.page, /^签到$/)
  await other.page.getByText('这个码已经过期').waitFor()
  await screenshot(other.page, 'activity-photo-too-late')
  await looksClean(other.page)
  await press(leader.page, /^确认：/)
  await leader.page.waitForFunction(
    (before) => [...document.querySelectorAll('.shown-code-typed')].at(-1)?.textContent !== before,
    await digitsOn(leader.page),
    { timeout: 40_000 },
  )
  await enter(other.page, await digitsOn(leader.page))
  await press(other.page, /^签到$/)
  await other.page.getByRole('button', { name: /^签退$/ }).waitFor()
  await leader.page.getByText(/签到 2\/2 人/).waitFor({ timeout: 15_000 })
  for (const { faults } of [leader, volunteer, other]) expect(faults).toEqual([])
  for (const phone of [leader, volunteer, other]) await phone.close()
  await filmed.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('while nobody can say yet who has a place the page says so, and then the answer by itself', async () => {
  const { url } = walk.product
  const id = await sessionSoon(url)
  await callAs(url, 'resident-grid-1', 'activities.signUp', { id })
  const { page, faults, close } = await openAs(walk.browser, url, 'resident-grid-1')
  // What the server answers while two hundred sign up at once, which takes a crowd to bring about.
  let isCounting = true
  await page.route('**/call', async (route) => {
    const answer = await route.fetch()
    const json = (await answer.json()) as { data?: { mine?: { standing: string } | null } }
    const isSession = route.request().postData()?.includes('activities.getSession')
    if (isSession && isCounting && json.data?.mine) json.data.mine.standing = 'pending'
    await route.fulfill({ response: answer, json })
  })
  await page.goto(`${url}/#/packages/lovebank/session/index?id=${id}`)
  await page.getByText('正在排号…').waitFor()
  await page.getByText('一分钟内排好').waitFor()
  await screenshot(page, 'activity-pending')
  await looksClean(page)
  isCounting = false
  await page.getByText('您已报名').waitFor({ timeout: 10_000 })
  await page.unrouteAll({ behavior: 'wait' })
  expect(faults).toEqual([])
  await close()
})

test('somebody else is given to lead: they are told, and the screen that was closed to them opens', async () => {
  const { url } = walk.product
  const id = await sessionSoon(url)
  const desk = await openAs(walk.browser, url, 'community-worker-1')
  const helper = await openAs(walk.browser, url, 'volunteer-1')
  await helper.page.goto(`${url}/#/packages/lovebank/roster/index?id=${id}`)
  await helper.page.getByText('您的身份不能进行这项操作').waitFor()
  await desk.page.goto(`${url}/#/packages/lovebank/session/index?id=${id}`)
  await press(desk.page, '换这一场的带队人')
  await desk.page.getByRole('radio').first().waitFor()
  await screenshot(desk.page, 'activity-leader')
  await looksClean(desk.page)
  const { personas } = (await (await fetch(`${url}/dev/personas`)).json()) as {
    personas: { id: string; name: string }[]
  }
  const name = personas.find((one) => one.id === 'volunteer-1')!.name
  await desk.page.getByPlaceholder(/^姓名/).fill(name)
  await desk.page.getByRole('radio', { name: new RegExp(name) }).click()
  await press(desk.page, /^换带队人$/)
  // The name alone stands in the sheet already; the sheet closes when the server has answered.
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await helper.page.goto(`${url}/#/pages/inbox/index`)
  await helper.page.getByText('请您带队').first().waitFor()
  await helper.page.goto(`${url}/#/packages/lovebank/roster/index?id=${id}`)
  await helper.page.locator('.shown-code-typed').last().waitFor()
  await screenshot(helper.page, 'activity-new-leader')

  // Whoever came without a telephone is entered by name, after a question, and waits for a second person.
  const guest = 'resident-grid-4'
  await callAs(url, guest, 'activities.signUp', { id })
  const guestName = personas.find((one) => one.id === guest)!.name
  await press(helper.page, `代签：${guestName}`)
  await helper.page.getByText(`代 ${guestName} 签到？`).waitFor()
  await screenshot(helper.page, 'activity-sign-for')
  await press(helper.page, /^取消$/)
  await helper.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await helper.page.getByText('还没来').last().waitFor()
  await press(helper.page, `代签：${guestName}`)
  await press(helper.page, /^代签$/)
  await helper.page.getByText(`已代 ${guestName} 签到，等另一个人确认`).waitFor()
  for (const phone of [desk, helper]) await phone.close()
})
