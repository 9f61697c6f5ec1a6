import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { decodeQR } from 'qr/decode.js'
import { barriers, clippings, openAs, openPhone, output, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { advance, serveTogether } from '../support/service'

jest.setTimeout(240_000)

const walk = useJourney()
const member = 'resident-grid-6'

beforeAll(() => serveTogether(walk.product.url, [member]))

const looksClean = async (page: Page): Promise<void> =>
  expect({ barriers: await barriers(page), clippings: await clippings(page) }).toEqual({ barriers: [], clippings: [] })

/** What the code in the picture on the page says, read as a telephone reads it. */
const scanned = async (page: Page): Promise<string> => {
  const { width, height, pixels } = await page.evaluate(async () => {
    const picture = document.querySelector<HTMLImageElement>('.certificate-picture')!
    await picture.decode()
    const canvas = document.createElement('canvas')
    const [left, top, side] = [120, 1148, 290]
    canvas.width = side
    canvas.height = side
    const pen = canvas.getContext('2d')!
    pen.drawImage(picture, left, top, side, side, 0, 0, side, side)
    return { width: side, height: side, pixels: [...pen.getImageData(0, 0, side, side).data] }
  })
  return decodeQR({ width, height, data: Uint8Array.from(pixels) })
}

test('issued, kept as a picture, checked by somebody without an account through the code in it, and ended by its holder', async () => {
  const { url } = walk.product
  const phone = await openAs(walk.browser, url, member)
  const { page } = phone
  await page.goto(`${url}/#/packages/lovebank/account/index`)
  await press(page, /^志愿服务证明/)
  await page.getByText('还没有开过').waitFor()
  await screenshot(page, 'certificates-none')
  await press(page, '开一份证明')
  await page.getByRole('radio', { name: '自己选' }).click()
  await screenshot(page, 'certificate-issue')
  await looksClean(page)
  await page.getByRole('radio', { name: '全部' }).click()
  await press(page, /^开具$/)
  await page.locator('.certificate-picture').waitFor()
  const address = await scanned(page)
  await screenshot(page, 'certificate')
  await looksClean(page)
  const waiting = page.waitForEvent('download')
  await press(page, '保存图片')
  const bytes = fs.readFileSync(await (await waiting).path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  fs.writeFileSync(path.join(output, 'certificate-picture.png'), bytes)

  expect(address).toMatch(new RegExp(`^${url}/certificates/[2-9A-Z]{12}$`))
  const code = address.slice(-12)
  const outsider = await openPhone(walk.browser, url)
  await outsider.page.goto(address)
  await outsider.page.getByText('有效', { exact: true }).waitFor()
  await outsider.page.getByText('30 分钟').waitFor()
  await screenshot(outsider.page, 'certificate-public')
  await looksClean(outsider.page)

  await outsider.page.goto(`${url}/#/packages/lovebank/certificate-check/index`)
  await outsider.page.getByText('不用登录').waitFor()
  await screenshot(outsider.page, 'certificate-check')
  await looksClean(outsider.page)
  const field = outsider.page.getByRole('textbox', { name: '十二位编号' })
  for (let tries = 0; tries < 10 && (await field.inputValue()) !== code; tries++) {
    await field.fill(code.toLowerCase())
    await outsider.page.waitForTimeout(150)
  }
  await press(outsider.page, /^核验$/)
  await outsider.page.getByText('这份证明由社区开具').waitFor()
  await screenshot(outsider.page, 'certificate-check-good')
  await looksClean(outsider.page)

  await press(page, '作废这份证明')
  await page.getByRole('dialog').getByRole('button', { name: '作废', exact: true }).click()
  await page.getByText('由您作废').waitFor()
  await screenshot(page, 'certificate-ended')
  await outsider.page.goto(address)
  await outsider.page.getByText(/^已作废/).waitFor()
  await screenshot(outsider.page, 'certificate-public-ended')
  expect([phone.faults, outsider.faults]).toEqual([[], []])
  await outsider.close()
  await phone.close()
})

test('guesses run out with a plain sentence; staff end a certificate and its holder reads why', async () => {
  const { url } = walk.product
  await advance(url, 120)
  const phone = await openAs(walk.browser, url, member)
  await phone.page.getByRole('switch', { name: /大字版/ }).click()
  await phone.page.goto(`${url}/#/packages/lovebank/certificates/index`)
  await phone.page.getByText('本人已作废').waitFor()
  await screenshot(phone.page, 'elder-certificates')
  await looksClean(phone.page)
  await press(phone.page, '开一份证明')
  await press(phone.page, /^开具$/)
  await phone.page.locator('.certificate-picture').waitFor()
  const code = (await scanned(phone.page)).slice(-12)
  await screenshot(phone.page, 'elder-certificate')
  await looksClean(phone.page)

  const desk = await openAs(walk.browser, url, 'community-worker-1')
  await desk.page.goto(`${url}/#/packages/lovebank/certificate-check/index?code=${code}`)
  await desk.page.getByText('这份证明由社区开具').waitFor()
  await press(desk.page, '作废这份证明')
  await desk.page.getByRole('textbox', { name: '原因' }).fill('这天的签到登记错了人')
  await screenshot(desk.page, 'certificate-revoke')
  await looksClean(desk.page)
  await press(desk.page, /^作废$/)
  await desk.page.getByText('上面写的不再有效').waitFor()
  await screenshot(desk.page, 'certificate-revoked')
  await phone.page.goto(`${url}/#/pages/inbox/index`)
  await press(phone.page, /志愿服务证明已作废/)
  // The page it was opened from and the inbox lie below and say the same.
  await phone.page
    .getByText(/由社区作废.*这天的签到登记错了人/)
    .last()
    .waitFor()
  await screenshot(phone.page, 'elder-certificate-revoked')
  await looksClean(phone.page)

  const outsider = await openPhone(walk.browser, url)
  const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
  for (let time = 0; time < 6; time++) await outsider.page.goto(`${url}/certificates/${wrong}`)
  await outsider.page.getByText('请过一分钟再试').waitFor()
  await screenshot(outsider.page, 'certificate-public-too-often')
  expect([phone.faults, desk.faults]).toEqual([[], []])
  for (const one of [phone, desk, outsider]) await one.close()
})
