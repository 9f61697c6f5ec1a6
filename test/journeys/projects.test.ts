import type { Page } from 'playwright-core'
import { dayMs, dayOf } from '@/shared/kernel/time'
import { openAs, printed, screenshot } from '../support/browser'
import { png } from '../support/images'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'
import { advance } from '../support/service'

jest.setTimeout(300_000)

const walk = useJourney()
const ask = async <T>(persona: string, capability: string, input: unknown): Promise<T> => {
  const answer = (await callAs(walk.product.url, persona, capability, input)) as { ok: boolean; data: T }
  expect([capability, answer]).toMatchObject([capability, { ok: true }])
  return answer.data
}
const personaNamed = async (id: string): Promise<string> => {
  const { personas } = (await (await fetch(`${walk.product.url}/dev/personas`)).json()) as {
    personas: { id: string; name: string }[]
  }
  return personas.find((one) => one.id === id)!.name
}
const say = (page: Page, label: string | RegExp, words: string) =>
  page.getByRole('textbox', { name: label }).locator('visible=true').last().fill(words)

const [desk, treasurer, member] = ['community-worker-1', 'building-head-1', 'resident-grid-8']

test('a resident proposes, the desk screens and resolves with somebody who answers for it, and the funnel follows', async () => {
  const { url } = walk.product
  const office = await openAs(walk.browser, url, desk)
  await office.page.goto(`${url}/#/packages/office/projects/index`)
  await press(office.page, '发起一次征集')
  await say(office.page, '名称', '新一年项目征集')
  await say(office.page, '说明', '身边哪里想改一改，说给小组。')
  await say(office.page, /专项经费/, '800000')
  await say(office.page, /居民小组/, '房石小区居民小组')
  await screenshot(office.page, 'projects-call')
  await press(office.page, /^保存$/)
  await office.page.getByText('专项经费 800,000.00 元').first().waitFor()

  const phone = await openAs(walk.browser, url, member)
  await press(phone.page, /^社区项目/)
  await press(phone.page, /^新一年项目征集/)
  await press(phone.page, '我来提一个项目')
  await say(phone.page, '想做什么', '东门口装长椅')
  await say(phone.page, /在哪里/, '老人等车、歇脚没处坐，想装两把长椅。')
  await phone.page
    .getByRole('radio', { name: /房石小区居民小组/ })
    .locator('visible=true')
    .last()
    .click()
  await screenshot(phone.page, 'projects-propose')
  await press(phone.page, /^提交$/)
  await phone.page.getByText('等待初审').last().waitFor()
  await screenshot(phone.page, 'projects-proposed')

  await office.page.reload()
  await press(office.page, /^东门口装长椅/)
  await press(office.page, /^初审通过$/)
  await say(office.page, '初审意见', '可行，提交议事会讨论')
  await press(office.page, /^初审通过$/)
  await press(office.page, /^记录决议$/)
  await say(office.page, '决议内容', '同意装两把，靠南墙')
  const owner = await personaNamed('worker-grid-8')
  const search = office.page
    .getByRole('textbox', { name: '负责人的完整姓名' })
    .or(office.page.getByPlaceholder(/负责人的完整姓名/))
  await search.last().fill(owner)
  await search.last().press('Enter')
  await office.page
    .getByRole('radio', { name: new RegExp(owner) })
    .last()
    .click()
  await screenshot(office.page, 'projects-resolution')
  expect(await office.page.getByText('决议要有负责人和办完的日期').last().isVisible()).toBe(true)
  await phone.close()
  await office.close()
})

/** The project for which a household has paid. */
let paidFor = ''

const withFunding = async (): Promise<string> => {
  const { id } = await ask<{ id: string }>(desk, 'projects.proposeProject', {
    title: '暖气管道更换',
    text: '管道用了二十多年，年年漏水。',
  })
  await ask(desk, 'projects.moveProject', { id, move: 'screen', sentence: '可行' })
  const resolution = { id, move: 'deliberate', sentence: '同意', ownerId: 'worker-grid-8' }
  await ask(desk, 'projects.moveProject', { ...resolution, until: dayOf(Date.now() + 90 * dayMs) })
  const line = { name: '管道', source: 'selfFunding', plannedFen: 50_000_000, finalFen: null }
  await ask(desk, 'projects.setBudget', { id, lines: [line] })
  await ask(desk, 'projects.setFunding', {
    projectId: id,
    rule: 'area',
    totalFen: 50_000_000,
    buildingIds: [1, 2, 3, 4, 5].map((at) => `building-2-${at}`),
    treasurerId: treasurer,
  })
  return id
}

test('the treasurer opens payment and counts a slip once; its household reads its statement and nobody else’s', async () => {
  const { url } = walk.product
  const projectId = await withFunding()
  paidFor = projectId
  const keeper = await openAs(walk.browser, url, treasurer)
  const { page } = keeper
  await page.goto(`${url}/#/packages/office/funding/index?projectId=${projectId}`)
  await press(page, /^开始缴款$/)
  await press(page, /^开始$/)
  await page.getByText('回单和各户账目相符').waitFor()
  const { householdId } = await ask<{ householdId: string }>(member, 'session.getMe', {}).then((me) => {
    const { household } = me as unknown as { household: { id: string } }
    return { householdId: household.id }
  })
  const [, , building = '', unit = '', door = ''] = householdId.split('-')
  await press(page, new RegExp(`^房石小区${building}号楼`))
  await press(page, new RegExp(`^${unit}单元${door}`))
  await say(page, '回单编号', 'HD 2026-0017')
  const chooser = page.waitForEvent('filechooser')
  await press(page, /添加照片|拍照|加照片/)
  await (await chooser).setFiles({ name: 'slip.png', mimeType: 'image/png', buffer: Buffer.from(png()) })
  await screenshot(page, 'projects-payment')
  await press(page, /^入账$/)
  await page.getByText('1 张回单').waitFor()
  await screenshot(page, 'projects-funding')

  const phone = await openAs(walk.browser, url, member)
  await phone.page.goto(`${url}/#/packages/participation/my-share/index?projectId=${projectId}`)
  await phone.page.getByText('您家已经缴齐').waitFor()
  await phone.page.getByText('回单 HD 2026-0017').waitFor()
  await screenshot(phone.page, 'projects-my-share')
  await phone.page.getByRole('button', { name: '打印对账单' }).waitFor()
  const paper = await printed(phone.page, 'projects-my-share-paper')
  for (const words of ['居民自筹对账单', 'HD 2026-0017', '零头', '经办人']) expect(paper.words).toContain(words)
  expect(paper).toMatchObject({ shown: ['ui-paper'], pages: 1 })
  await press(page, new RegExp(`^${unit}单元${door}`))
  await press(page, '对账单和每张回单')
  await page.getByText('这户已经缴齐').waitFor()
  await screenshot(page, 'projects-kept-share')
  const kept = await printed(page, 'projects-kept-share-paper')
  for (const words of ['居民自筹对账单', `房石小区${building}号楼${unit}单元${door}`, 'HD 2026-0017'])
    expect(kept.words).toContain(words)
  const other = await openAs(walk.browser, url, 'resident-grid-1')
  await other.page.goto(`${url}/#/packages/participation/my-share/index?projectId=${projectId}`)
  await other.page.getByText('没有找到这项内容').waitFor()
  await other.page.goto(
    `${url}/#/packages/participation/my-share/index?projectId=${projectId}&householdId=${householdId}`,
  )
  await other.page.getByText('没有找到这项内容').last().waitFor()
  await other.page.goto(`${url}/#/packages/participation/project/index?id=${projectId}`)
  await other.page.getByText('刚开始').waitFor()
  for (const one of [keeper, phone, other]) await one.close()
})

test('the desk makes a project of an issue, and whoever reported it finds the way there and back', async () => {
  const { url } = walk.product
  const { id: issueId } = await ask<{ id: string }>('resident-grid-6', 'issues.reportIssue', {
    classCode: 'odourPests',
    text: '路边水沟又臭了',
    place: { buildingId: 'building-12-1' },
  })
  const office = await openAs(walk.browser, url, desk)
  await office.page.goto(`${url}/#/packages/resident/issue/index?id=${issueId}`)
  await press(office.page, '把这件事立成项目')
  await say(office.page, '名称', '水沟清淤封盖')
  await say(office.page, '说明', '清淤、封盖，路边种草。')
  await screenshot(office.page, 'projects-grow')
  await press(office.page, /^登记$/)
  await press(office.page, /^初审通过$/)
  await say(office.page, '初审意见', '可行')
  await press(office.page, /^初审通过$/)
  await office.page.getByText('记录决议').first().waitFor()

  const phone = await openAs(walk.browser, url, 'resident-grid-6')
  await phone.page.goto(`${url}/#/packages/resident/issue/index?id=${issueId}`)
  await press(phone.page, /^水沟清淤封盖/)
  await screenshot(phone.page, 'projects-grown')
  await press(phone.page, /^事项 /)
  await phone.page.getByText('路边水沟又臭了').last().waitFor()
  await office.close()
  await phone.close()
})

test('once the final account says what it spends of the households’ money, the treasurer is told, sees it beside what came in, and confirms no more than that', async () => {
  const { url } = walk.product
  const id = paidFor
  const step = { id, sentence: '同意' }
  await ask(desk, 'projects.moveProject', { ...step, move: 'announce', until: dayOf(Date.now() + 8 * dayMs) })
  await advance(url, 10 * 86_400)
  await ask(desk, 'projects.moveProject', { ...step, move: 'approve' })
  const { updatedAt: seenAt } = await ask<{ updatedAt: string }>(desk, 'projects.getProject', { id })
  const works = { id, seenAt, what: '更换立管', startOn: dayOf(Date.now() + 10 * dayMs), pairs: [], sites: [] }
  await ask(desk, 'projects.setWorks', works)
  await ask(desk, 'projects.moveProject', { ...step, move: 'start' })
  const spend = (finalFen: number) =>
    ask(desk, 'projects.setBudget', {
      id,
      lines: [{ name: '管道', source: 'selfFunding', plannedFen: 50_000_000, finalFen }],
    })
  await spend(50_000_000)
  const keeper = await openAs(walk.browser, url, treasurer)
  const { page } = keeper
  await page.goto(`${url}/#/pages/inbox/index`)
  await page.getByText('请您确认决算').first().waitFor()
  await page.goto(`${url}/#/packages/office/funding/index?projectId=${id}`)
  await page.getByText('决算比实收的多，不能确认').last().waitFor()
  await screenshot(page, 'projects-spending-above')
  await spend(10_000)
  await page.reload()
  await page.getByText('请您确认决算').last().waitFor()
  await screenshot(page, 'projects-spending')
  await press(page, /^确认决算$/)
  await screenshot(page, 'projects-spending-asked')
  await press(page, /^确认$/)
  await page.getByText('决算您已经确认').last().waitFor()
  await screenshot(page, 'projects-spending-confirmed')
  await keeper.close()
})
