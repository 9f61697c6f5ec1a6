import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { png } from '../support/images'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(180_000)

const walk = useJourney()
const worker = 'worker-grid-2'
const reporter = 'resident-grid-2'
const ids: Record<string, string> = {}

const ask = async <T>(persona: string, capability: string, input: object): Promise<T> =>
  ((await callAs(walk.product.url, persona, capability, input)) as { data: T }).data
const issueOf = (id: string) =>
  ask<{ state: string; timeline: { kind: string; text: string | null }[] }>(worker, 'issues.getIssue', { id })

beforeAll(async () => {
  const reports = { lobby: '一楼门厅有异味', bins: '垃圾桶边上有苍蝇', drain: '下水道口返味很重', gone: '地下室有霉味' }
  for (const [name, text] of Object.entries(reports)) {
    const { id } = await ask<{ id: string }>(reporter, 'issues.reportIssue', {
      classCode: 'odourPests',
      text,
      place: { buildingId: 'building-1-1' },
    })
    ids[name] = id
    expect((await ask<{ owner: { personId: string } }>(worker, 'issues.getIssue', { id })).owner.personId).toBe(worker)
  }
})

test('a worker finds, does several at once, and goes on without a signal; nothing is lost, nothing done twice', async () => {
  const { page, context, faults } = await openAs(walk.browser, walk.product.url, worker)
  await page.goto(`${walk.product.url}/#/packages/gridwork/queue/index`)
  const shown = (text: string | RegExp) => page.getByText(text).locator('visible=true').first()
  await shown('一楼门厅有异味').waitFor()

  await page.getByLabel('在待办里查找').locator('visible=true').fill('苍蝇')
  await shown(/找到 1 件/).waitFor()
  await expect(page.getByText('一楼门厅有异味').locator('visible=true').count()).resolves.toBe(0)
  await page.getByLabel('在待办里查找').locator('visible=true').fill('')
  await press(page, '筛选')
  await page.getByRole('radio', { name: '只看超时' }).click()
  await screenshot(page, 'queue-filter')
  await press(page, /^看这/)
  await shown('没有符合的事项').waitFor()
  await press(page, '清除筛选')

  const choose = (text: string) => page.getByRole('checkbox').filter({ hasText: text }).click()
  await press(page, '选择办理')
  await choose('一楼门厅有异味')
  await choose('垃圾桶边上有苍蝇')
  await screenshot(page, 'queue-choosing')
  expect({ barriers: await barriers(page), clippings: await clippings(page) }).toEqual({ barriers: [], clippings: [] })
  await press(page, '办理选中的')
  await screenshot(page, 'queue-acts')
  await press(page, /^开始处理/)
  await shown('2 件已办').waitFor()
  expect((await issueOf(ids.lobby!)).state).toBe('handling')
  expect((await issueOf(ids.bins!)).state).toBe('handling')

  await context.setOffline(true)
  await press(page, '选择办理')
  await choose('下水道口返味很重')
  await press(page, '办理选中的')
  await press(page, /^开始处理/)
  await shown(/存在手机里，还没提交/).waitFor()
  await press(page, '选择办理')
  await choose('下水道口返味很重')
  await press(page, '办理选中的')
  await press(page, /^记一条进展/)
  await page.getByLabel('现在到哪一步了').locator('visible=true').fill('已看过现场，约了疏通师傅')
  await press(page, /^提交$/)
  await page.getByText('存在手机里，还没提交').locator('visible=true').nth(1).waitFor()
  await press(page, '选择办理')
  await choose('地下室有霉味')
  await press(page, '办理选中的')
  await press(page, /^开始处理/)
  await page.getByText('存在手机里，还没提交').locator('visible=true').nth(2).waitFor()
  await screenshot(page, 'queue-kept')
  expect({ barriers: await barriers(page), clippings: await clippings(page) }).toEqual({ barriers: [], clippings: [] })
  // Meanwhile its reporter takes it back, of which the phone knows nothing.
  await ask(reporter, 'issues.moveIssue', { id: ids.gone, move: 'withdraw' })
  await context.setOffline(false)
  await shown('这一步没有办成').waitFor({ timeout: 40_000 })
  await page.getByText('存在手机里，还没提交').locator('visible=true').first().waitFor({ state: 'hidden' })
  await screenshot(page, 'queue-refused')
  const drain = await issueOf(ids.drain!)
  expect(drain.timeline.filter(({ kind }) => kind === 'progress').map(({ text }) => text)).toEqual([
    '已看过现场，约了疏通师傅',
  ])
  await press(page, /^删除：开始处理/)
  await press(page, '删除')
  await shown('这一步没有办成').waitFor({ state: 'hidden' })
  expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|offline/i.test(fault))).toEqual([])
})

test('what the server refuses of what was chosen keeps its words and photos, and they stand in the form of the next try', async () => {
  const { id } = await ask<{ id: string }>(reporter, 'issues.reportIssue', {
    classCode: 'odourPests',
    text: '车棚里有一股汽油味',
    place: { buildingId: 'building-1-1' },
  })
  await ask(worker, 'issues.moveIssue', { id, move: 'start' })
  const { page } = await openAs(walk.browser, walk.product.url, worker)
  await page.goto(`${walk.product.url}/#/packages/gridwork/queue/index`)
  const shown = (text: string | RegExp) => page.getByText(text).locator('visible=true').first()
  const note = page.getByLabel('现在到哪一步了').locator('visible=true')
  const begin = async () => {
    await press(page, '选择办理')
    await page.getByRole('checkbox').filter({ hasText: '车棚里有一股汽油味' }).click()
    await press(page, '办理选中的')
    await press(page, /^记一条进展/)
  }
  await shown('车棚里有一股汽油味').waitFor()
  await page.route('**/call', async (route) => {
    if (!route.request().postData()?.includes('issues.addProgress')) return route.continue()
    const error = { code: 'CONFLICT', message: '有人正在改这件事，请稍后再试', requestId: 'x' }
    return route.fulfill({ json: { ok: false, error } })
  })
  await begin()
  await note.fill('已通知物业，正在找漏油的车')
  const chooser = page.waitForEvent('filechooser')
  await press(page, /^添加照片/)
  await (await chooser).setFiles({ name: 'shed.png', mimeType: 'image/png', buffer: Buffer.from(png()) })
  await page.locator('.ui-photo-image').locator('visible=true').first().waitFor()
  await press(page, /^提交$/)
  await shown('有人正在改这件事').waitFor()
  await shown('照片 1 张').waitFor()
  await page.unroute('**/call')

  await begin()
  expect(await note.inputValue()).toBe('已通知物业，正在找漏油的车')
  await page.locator('.ui-sheet .ui-photo-image').locator('visible=true').first().waitFor()
  await page.waitForTimeout(300)
  await screenshot(page, 'queue-another-try')
  await press(page, /^提交$/)
  await shown('1 件已办').waitFor()
  await shown('这一步没有办成').waitFor({ state: 'hidden' })
  const { timeline } = await ask<{ timeline: { kind: string; text: string | null; photos: unknown[] }[] }>(
    worker,
    'issues.getIssue',
    { id },
  )
  const notes = timeline.filter(({ kind }) => kind === 'progress')
  expect(notes.map(({ text, photos }) => [text, photos.length])).toEqual([['已通知物业，正在找漏油的车', 1]])
})

test('what was written without a signal and refused comes back whole, in the form of what can be done now', async () => {
  const { id } = await ask<{ id: string }>(reporter, 'issues.reportIssue', {
    classCode: 'odourPests',
    text: '花坛边有死老鼠',
    place: { buildingId: 'building-1-1' },
  })
  const { page, context } = await openAs(walk.browser, walk.product.url, worker)
  await page.goto(`${walk.product.url}/#/packages/resident/issue/index?id=${id}`)
  const shown = (text: string | RegExp) => page.getByText(text).locator('visible=true').first()
  const sentence = page.getByLabel('处理说明').locator('visible=true')
  await shown('花坛边有死老鼠').waitFor()
  await context.setOffline(true)
  await press(page, '随手解决')
  await page
    .getByRole('radio', { name: /无法解决/ })
    .locator('visible=true')
    .first()
    .click()
  await sentence.fill('已洒石灰，还要等消杀公司来')
  await press(page, /^提交$/)
  await shown(/存在手机里，还没提交/).waitFor()
  await screenshot(page, 'issue-kept')
  // Started from another phone before the line is back, so that solving it on the spot is over.
  await ask(worker, 'issues.moveIssue', { id, move: 'start' })
  await context.setOffline(false)
  await shown('这一步没有办成').waitFor({ timeout: 40_000 })
  await press(page, /^打开修改/)
  await sentence.waitFor()
  expect(await sentence.inputValue()).toBe('已洒石灰，还要等消杀公司来')
  await screenshot(page, 'issue-deed-back')
  await press(page, /^提交$/)
  await shown('结果已提交，等待确认').waitFor()
  await shown('这一步没有办成').waitFor({ state: 'hidden' })
  expect(await issueOf(id)).toMatchObject({ state: 'verifying', sentence: '已洒石灰，还要等消杀公司来' })
})
