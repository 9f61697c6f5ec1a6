import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { barriers, clippings, launch, openAs, screenshot, type Phone } from '../support/browser'
import { cameraFlags, writeFilm } from '../support/film'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(180_000)

const walk = useJourney()
const lead = 'officer-law-enforcement'
const [guest, second, third] = ['officer-comprehensive', 'officer-labour', 'worker-grid-6'] as const
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grid-film-'))
const film = path.join(folder, 'camera.y4m')
let filmed: Browser
let meetingId: string

const ask = async <T>(persona: string, name: string, input: object): Promise<T> =>
  ((await callAs(walk.product.url, persona, name, input)) as { data: T }).data

beforeAll(async () => {
  writeFilm(film, 'https://example.com/poster')
  filmed = await launch(cameraFlags(film))
  const { id } = await ask<{ id: string }>('resident-grid-6', 'issues.reportIssue', {
    classCode: 'rubble',
    text: '王舍路口堆着建筑垃圾，占了半条路，车过不去。',
    place: { buildingId: 'building-12-1' },
  })
  await ask('worker-grid-6', 'issues.setLead', { id, personId: lead, reason: '沿街堆放，属执法范围' })
  const meeting = await ask<{ id: string }>(lead, 'issues.callMeeting', {
    id,
    startsAt: new Date(Date.now() + 20 * 60_000).toISOString(),
    place: '王舍路口',
    agenda: '谁来清',
    personIds: [guest, second, third],
  })
  meetingId = meeting.id
})
afterAll(async () => {
  await filmed?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** A phone before the film, at the meeting; every camera it opens is kept track of. */
const atTheMeeting = async (browser: Browser, { persona = guest as string, delayMs = 0 } = {}): Promise<Phone> => {
  const phone = await openAs(browser, walk.product.url, persona)
  await phone.page.evaluate((delay) => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted)
      await new Promise((resolve) => setTimeout(resolve, delay))
      Object.assign(window, { camera: stream.getTracks()[0] })
      return stream
    }
  }, delayMs)
  await phone.page.goto(`${walk.product.url}/#/packages/office/meeting/index?id=${meetingId}`)
  return phone
}

const cameraState = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (window as { camera?: MediaStreamTrack }).camera?.readyState)

test('a code of something else is passed over; the decoder comes only with the camera, which is given back', async () => {
  const { page, faults, close } = await atTheMeeting(filmed)
  await page.getByRole('textbox', { name: '六位数字' }).waitFor()
  const scripts: string[] = []
  page.on('request', (request) => request.url().endsWith('.js') && scripts.push(request.url()))

  await press(page, '扫会场的签到码')
  await page.getByText('这不是会议的签到码').waitFor()
  expect(scripts).toHaveLength(1)
  expect(await cameraState(page)).toBe('live')
  expect(await barriers(page)).toEqual([])
  expect(await clippings(page)).toEqual([])
  await screenshot(page, 'scan-other-code')
  await press(page, '改为输入六位数字')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await cameraState(page)).toBe('ended')
  expect(faults).toEqual([])
  await close()
})

test('the code of the room, held before the camera, signs in', async () => {
  const { code } = await ask<{ code: { scan: string } }>(lead, 'issues.getMeeting', { id: meetingId })
  const room = path.join(folder, 'room.y4m')
  writeFilm(room, code.scan)
  const browser = await launch(cameraFlags(room))
  const { page, faults } = await atTheMeeting(browser)
  await press(page, '扫会场的签到码')
  await page.getByText(/\d 签到$/).waitFor()
  expect(await cameraState(page)).toBe('ended')
  await screenshot(page, 'scan-signed-in')
  expect(faults).toEqual([])
  await browser.close()
})

test('no camera, or none allowed: a sentence says so, and the digits are typed', async () => {
  const said = async (phone: Phone, words: string, picture: string) => {
    await press(phone.page, '扫会场的签到码')
    await phone.page.getByRole('alert').getByText(words).waitFor()
    await screenshot(phone.page, picture)
    expect(await barriers(phone.page)).toEqual([])
    await press(phone.page, '改为输入六位数字')
    await phone.page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const strict = await launch(cameraFlags(film, { isAllowed: false }))
  const refused = await atTheMeeting(strict, { persona: second })
  await said(refused, '没有使用摄像头的许可', 'scan-refused')
  await strict.close()
  const bare = await atTheMeeting(walk.browser, { persona: second })
  await said(bare, '这台设备没有摄像头', 'scan-no-camera')
  const { code } = await ask<{ code: { digits: string } }>(lead, 'issues.getMeeting', { id: meetingId })
  await bare.page.getByRole('textbox', { name: '六位数字' }).fill(code.digits)
  await bare.page.getByRole('button', { name: '签到', exact: true }).click()
  await bare.page
    .getByText(/\d 签到$/)
    .last()
    .waitFor()
  await bare.close()
})

test('a camera that is granted after the sheet has gone is given back at once', async () => {
  const { page, close } = await atTheMeeting(filmed, { persona: third, delayMs: 1500 })
  await press(page, '扫会场的签到码')
  await page.getByText('正在打开摄像头').waitFor()
  await press(page, '改为输入六位数字')
  await page.waitForFunction(() => 'camera' in window)
  await page.waitForFunction(() => (window as { camera?: MediaStreamTrack }).camera?.readyState === 'ended')
  await close()
})
