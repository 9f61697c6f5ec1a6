import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { openAs, screenshot } from '../support/browser'
import { png } from '../support/images'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(300_000)

const walk = useJourney()
const root = path.resolve(__dirname, '../..')
const owner = 'resident-grid-6'

/** Where the pad lies once the page has come to rest: whoever is led to an error is scrolled there a moment after its words appear. */
const restingPad = async (page: Page) => {
  const pad = page.locator('.signature-pad')
  await pad.scrollIntoViewIfNeeded()
  for (let before = '', still = 0; still < 4;) {
    const now = JSON.stringify(await pad.boundingBox())
    still = now === before ? still + 1 : 0
    before = now
    await page.waitForTimeout(50)
  }
  return (await pad.boundingBox())!
}

/** Draws a name, more or less. */
const drawName = async (page: Page): Promise<void> => {
  const box = await restingPad(page)
  const [left, top] = [box.x + box.width * 0.25, box.y + box.height * 0.4]
  for (const stroke of [0, 1, 2]) {
    await page.mouse.move(left + stroke * 50, top)
    await page.mouse.down()
    await page.mouse.move(left + stroke * 50 + 30, top + 40, { steps: 6 })
    await page.mouse.move(left + stroke * 50 - 10, top + 60, { steps: 6 })
    await page.mouse.up()
  }
}

test('the desk asks, an owner signs by hand, a contact enters a paper, anybody recounts what was published, and the owner sees it was counted', async () => {
  const { url } = walk.product
  const ask = async <T>(persona: string, capability: string, input: unknown): Promise<T> => {
    const answer = (await callAs(url, persona, capability, input)) as { ok: boolean; data: T; error?: { code: string } }
    expect([capability, answer.error?.code]).toEqual([capability, undefined])
    return answer.data
  }
  const post = (door: string, body: object) =>
    fetch(url + door, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const me = await ask<{ household: { id: string } }>(owner, 'session.getMe', {})
  await ask(owner, 'residents.leaveHousehold', {})
  const home = { householdId: me.household.id, relation: 'proprietor', name: '业主' }
  const binding = await ask<{ id: string }>(owner, 'residents.requestBinding', home)
  await ask('community-worker-1', 'residents.approveBinding', { id: binding.id, approve: true })

  const desk = await openAs(walk.browser, url, 'community-worker-1')
  await press(desk.page, /^签字征询/)
  await press(desk.page, '发起一次征询')
  await desk.page.getByRole('textbox', { name: '标题' }).fill('陶埙苑停车位改造')
  await desk.page.getByRole('textbox', { name: '征询内容' }).fill('是否同意把楼前空地改成停车位？费用从公共收益里出。')
  await desk.page.getByRole('radio', { name: '陶埙苑' }).click()
  await desk.page.getByRole('radio', { name: '单户' }).click()
  await desk.page.getByRole('checkbox', { name: '101', exact: true }).click()
  await desk.page.getByText('门牌，已选 1 户').waitFor()
  await screenshot(desk.page, 'consent-open-doors')
  await desk.page.getByRole('radio', { name: '整栋楼' }).click()
  await desk.page.getByRole('checkbox', { name: '1号楼' }).click()
  await desk.page.getByRole('radio', { name: /^重大事项/ }).click()
  await desk.page.getByRole('radio', { name: '两周后' }).click()
  await screenshot(desk.page, 'consent-open')
  await press(desk.page, /^发起征询$/)
  await press(desk.page, /^发起$/)
  await desk.page.waitForURL(/participation\/consent\/index\?id=/)
  const id = /id=([^&]+)/.exec(desk.page.url())![1]!
  await post('/dev/jobs', { name: 'everyMinute' })
  await desk.page.reload()
  await desk.page.getByText('户册指纹').waitFor()
  await screenshot(desk.page, 'consent-frozen')

  const resident = await openAs(walk.browser, url, owner)
  await press(resident.page, /^签字征询/)
  await resident.page.getByText('待签').waitFor()
  await screenshot(resident.page, 'consent-list')
  await press(resident.page, /^陶埙苑停车位改造/)
  await press(resident.page, /^提交签字$/)
  await resident.page.getByText('请选择同意、不同意或弃权').waitFor()
  await resident.page.getByRole('radio', { name: '同意', exact: true }).click()
  await press(resident.page, /^提交签字$/)
  await resident.page.getByText('请在方框里签上姓名').waitFor()
  await drawName(resident.page)
  expect(await resident.page.getByText('请在方框里签上姓名').count()).toBe(0)
  await press(resident.page, '撤销一笔')
  await screenshot(resident.page, 'consent-sign')
  await press(resident.page, /^提交签字$/)
  await resident.page.getByText('改变意见，重新签字').waitFor({ timeout: 20_000 })

  await resident.page.getByText('回执').waitFor()
  await screenshot(resident.page, 'consent-signed')
  await press(resident.page, '改变意见，重新签字')
  await press(resident.page, '不改了，留着原来的')
  await resident.page.getByText('改变意见，重新签字').waitFor()

  await desk.page.goto(`${url}/#/packages/participation/paper/index?id=${id}`)
  for (const [field, choice] of [
    ['小区', '陶埙苑'],
    ['楼栋', '1号楼'],
    ['单元', '1单元'],
    ['门牌号', '102'],
  ] as const) {
    await press(desk.page, new RegExp(`^${field}`))
    await desk.page.getByRole('dialog').getByRole('radio', { name: choice, exact: true }).first().click()
  }
  await desk.page.getByText('交给谁录入').waitFor()
  expect(await desk.page.getByRole('button', { name: /^录入$/ }).count()).toBe(0)
  await screenshot(desk.page, 'consent-paper-desk')

  const other = await ask<{ id: string }>('community-worker-1', 'consents.openConsent', {
    title: '加装充电棚',
    question: '是否同意在楼前加装充电棚？',
    matter: 'ordinary',
    rule: 'latest',
    isProgressPublic: true,
    closesAt: toInstant(Date.now() + 12 * dayMs),
    scope: { kind: 'units', ids: ['unit-1-1-1'] },
  })
  await post('/dev/jobs', { name: 'everyMinute' })
  const doorsOf = async (persona: string) =>
    (await ask<{ total: number }>(persona, 'consents.listMyContacts', { id: other.id })).total
  const heads = ['hub-1', 'unit-head-1', 'building-head-1']
  const doors = await Promise.all(heads.map(doorsOf))
  const contact = await openAs(walk.browser, url, heads[doors.findIndex((count) => count > 0)]!)
  const { page } = contact
  await page.goto(`${url}/#/packages/participation/contacts/index?id=${other.id}`)
  await press(page, /1单元/)
  await page.getByRole('tab', { name: '录纸质' }).click()
  const chooser = page.waitForEvent('filechooser')
  await press(page, /^添加照片/)
  await (await chooser).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: Buffer.from(png()) })
  await page.getByRole('radio', { name: '不同意' }).click()
  await page.getByRole('textbox', { name: '签字人' }).fill('王远')
  await page.getByRole('textbox', { name: '见证人' }).fill('王远')
  await press(page, /^录入$/)
  await page.getByText('见证人不能是签字人自己').waitFor()
  await page.getByRole('textbox', { name: '见证人' }).fill('李近')
  await screenshot(page, 'consent-paper')
  await press(page, /^录入$/)
  await page.getByText(/^已录入/).waitFor()
  await screenshot(page, 'consent-entered')
  expect(contact.faults).toEqual([])
  await contact.close()

  await desk.page.goto(`${url}/#/packages/participation/board/index?id=${id}`)
  await desk.page.getByText('民法典第二百七十八条口径').waitFor()
  await screenshot(desk.page, 'consent-board')
  await press(desk.page, '提前截止')
  await press(desk.page, /^截止$/)
  await desk.page.getByText('请写明提前截止的原因').waitFor()
  await desk.page.getByRole('textbox', { name: '原因' }).fill('各户都签齐了')
  await screenshot(desk.page, 'consent-close-early')
  await press(desk.page, /^截止$/)
  await desk.page.getByText('原因：各户都签齐了').waitFor()
  await desk.page.getByText('正在从原始记录逐条复核').waitFor()
  await post('/dev/clock', { advanceSeconds: 90 })
  const counting = await (await post('/dev/jobs', { name: 'everyMinute' })).text()
  expect(counting).toContain('countConsents')
  await desk.page.reload()
  await press(desk.page, /^公布结果$/)
  await press(desk.page, /^公布$/)
  await desk.page.getByText(/截止，已公布$/).waitFor()
  await desk.page.getByText('下载户意见表').waitFor()
  await screenshot(desk.page, 'consent-published')

  const neighbour = await openAs(walk.browser, url, 'resident-grid-7')
  await neighbour.page.goto(`${url}/#/packages/participation/consent/index?id=${id}`)
  await neighbour.page.getByText('公布的根').waitFor()
  expect(await neighbour.page.getByText('我家的意见').count()).toBe(0)
  await screenshot(neighbour.page, 'consent-result')

  await resident.page.reload()
  await press(resident.page, '核对我家算进去了没有')
  await resident.page.getByText('算进去了，在陶埙苑1号楼').waitFor()
  await resident.page.getByText('得到的根与公布的一致').waitFor()
  await screenshot(resident.page, 'consent-own-proof')

  const exported = await ask<{ url: string; root: string }>('community-worker-1', 'consents.exportConsent', { id })
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'consent-')), 'log.jsonl')
  const text = await (await fetch(exported.url)).text()
  const verify = async (content: string) => {
    fs.writeFileSync(file, content)
    const words = ['config/consent.mjs', 'verify', file, '--root', exported.root]
    return promisify(execFile)(process.execPath, words, { cwd: root }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (failed: { code: number; stdout: string }) => ({ code: failed.code, stdout: failed.stdout }),
    )
  }
  const whole = await verify(text)
  expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining('与公布的根一致')])
  const lines = text.trimEnd().split('\n')
  const cut = await verify(`${lines.slice(0, -1).join('\n')}\n`)
  expect([cut.code, cut.stdout]).toEqual([1, expect.stringContaining(`第 ${lines.length} 行`)])
  const changed = await verify(text.replace('"agree","channel"', '"disagree","channel"'))
  expect([changed.code, changed.stdout]).toEqual([1, expect.stringContaining('内容被改动过')])
  const proof = JSON.stringify(await ask(owner, 'consents.proveAnswer', { id }))
  const own = await verify(proof)
  expect([own.code, own.stdout]).toEqual([0, expect.stringContaining('同意（网上签字），与公布的根一致')])
  const forged = await verify(proof.replace('"agree","channel"', '"disagree","channel"'))
  expect([forged.code, forged.stdout]).toEqual([1, expect.stringContaining('对不上')])
  for (const phone of [desk, resident, neighbour]) await phone.close()
})
