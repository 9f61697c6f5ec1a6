import { openAs, printed, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(180_000)

const walk = useJourney()

test('a worker finds a lead, the lead calls a meeting, who comes signs in by the code, and what is promised is kept', async () => {
  const { url } = walk.product
  const reported = (await callAs(url, 'resident-grid-6', 'issues.reportIssue', {
    classCode: 'rubble',
    text: '王舍路口堆着建筑垃圾，占了半条路，车过不去。',
    place: { buildingId: 'building-12-1' },
  })) as { data: { id: string } }
  const issue = `${url}/#/packages/resident/issue/index?id=${reported.data.id}`

  const worker = await openAs(walk.browser, url, 'worker-grid-6')
  await worker.page.goto(issue)
  await press(worker.page, /更多/)
  await screenshot(worker.page, 'joint-more')
  await press(worker.page, /^指定牵头/)
  await press(worker.page, '确定')
  await worker.page.getByText('请选择一位').waitFor()
  await worker.page.getByLabel('查找人员').fill('综合行政执法')
  await worker.page.getByRole('radio', { name: /综合行政执法局/ }).click()
  await worker.page.getByLabel('为什么由对方牵头').fill('沿街堆放，属执法范围')
  await screenshot(worker.page, 'joint-set-lead')
  await press(worker.page, '确定')
  await worker.page.getByText('牵头：由牵头提交处理结果').waitFor()
  await worker.close()

  const lead = await openAs(walk.browser, url, 'officer-law-enforcement')
  const soon = new Date(Date.now() + 8 * 3_600_000 + 20 * 60_000).toISOString()
  await lead.page.goto(`${url}/#/packages/office/inbox/index`)
  await lead.page.getByText('王舍路口堆着建筑垃圾').last().click()
  await press(lead.page, /更多/)
  await press(lead.page, /^召开联席会/)
  await lead.page.getByLabel('哪一天').fill(soon.slice(0, 10))
  await lead.page.getByLabel('其他时间').fill(soon.slice(11, 16))
  await lead.page.getByLabel('地点').fill('王舍路与北京路口')
  await lead.page.getByLabel('议题').fill('一、谁来清；二、以后怎么管')
  await lead.page.getByLabel('查找参加的人').fill('综治')
  await lead.page.getByRole('checkbox', { name: /综治中心/ }).click()
  await screenshot(lead.page, 'joint-call-meeting')
  await press(lead.page, '召开，通知大家')
  const digits = lead.page.locator('.shown-code-typed')
  await digits.waitFor()
  await screenshot(lead.page, 'joint-room-code')

  const guest = await openAs(walk.browser, url, 'officer-comprehensive')
  await press(guest.page, /^部门收件箱/)
  await guest.page.getByRole('tab', { name: '会议' }).click()
  await press(guest.page, /^第 1 次联席会 · 建筑垃圾、渣土/)
  await guest.page.getByRole('textbox', { name: '六位数字' }).fill('000000')
  await guest.page.getByRole('button', { name: '签到', exact: true }).click()
  await guest.page.getByText('签到码不对').waitFor()
  await screenshot(guest.page, 'joint-wrong-code')
  await guest.page.getByRole('textbox', { name: '六位数字' }).fill((await digits.textContent()) ?? '')
  await guest.page.getByRole('button', { name: '签到', exact: true }).click()
  await guest.page.getByText(/\d 签到$/).waitFor()
  await screenshot(guest.page, 'joint-signed-in')

  await lead.page.reload()
  await press(lead.page, '写纪要')
  await lead.page.getByLabel('纪要', { exact: true }).fill('一、综治中心三日内清运。\n二、网格员每天两次巡看。')
  await press(lead.page, '保存纪要')
  await lead.page.getByText('二、网格员每天两次巡看').waitFor()
  await press(lead.page, '记一项承诺')
  await lead.page.getByLabel('承诺做什么').fill('清运路口建筑垃圾')
  await lead.page.getByLabel('查找人员').fill('综治')
  await lead.page.getByRole('radio', { name: /综治中心/ }).click()
  await lead.page.getByRole('radio', { name: '3 天后' }).click()
  await press(lead.page, '记下')
  await lead.page.getByText('已记下，负责的人会收到通知').waitFor()
  await screenshot(lead.page, 'joint-minutes')
  const minutes = await printed(lead.page, 'joint-minutes-paper')
  for (const words of ['联席会纪要', '王舍路与北京路口', '综治中心', '未签到', '二、网格员每天两次巡看', '主持人签字'])
    expect(minutes.words).toContain(words)
  expect(minutes).toMatchObject({ shown: ['ui-paper'], colours: ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'], pages: 1 })

  await guest.page.goto(`${url}/#/packages/office/inbox/index`)
  await guest.page.getByRole('tab', { name: '承诺' }).click()
  await screenshot(guest.page, 'joint-promises')
  await press(guest.page, /^完成：清运路口建筑垃圾/)
  await guest.page.getByLabel('怎么完成的').fill('已清运 12 车，路面冲洗干净')
  await press(guest.page, '完成了')
  await guest.page.getByText('没有承诺事项').waitFor()

  await lead.page.goto(issue)
  await lead.page.getByText('已清运 12 车，路面冲洗干净').first().waitFor()
  await screenshot(lead.page, 'joint-issue')
  const file = await printed(lead.page, 'joint-issue-paper')
  for (const words of [
    '事项办理档案',
    '王舍路口堆着建筑垃圾',
    '指定牵头',
    '清运路口建筑垃圾',
    '已完成：已清运 12 车',
    '第 1 次',
  ])
    expect(file.words).toContain(words)
  expect(file.shown).toEqual(['ui-paper'])

  await press(lead.page, /^第 1 次联席会/)
  await lead.page.getByText('打印纪要').waitFor()
  await lead.page.waitForTimeout(500)
  await screenshot(lead.page, 'joint-over-issue')
  const above = await printed(lead.page, 'joint-over-issue-paper')
  expect(above).toMatchObject({ shown: ['ui-paper'], pages: 1 })
  expect(above.words).toContain('联席会纪要')
  for (const phone of [lead, guest]) await phone.close()
})
