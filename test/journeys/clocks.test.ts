import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'
import { sheetXml, workbook, type WrittenCell } from '../support/sheets'

jest.setTimeout(240_000)

const walk = useJourney()

const sound = async (page: Page, name: string): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
  await screenshot(page, name)
  expect({ name, barriers: await barriers(page), clippings: await clippings(page) }).toEqual({
    name,
    barriers: [],
    clippings: [],
  })
}
const open = async (persona: string, route: string) => {
  const phone = await openAs(walk.browser, walk.product.url, persona)
  await phone.page.goto(`${walk.product.url}/#/${route}`)
  return phone
}
const report = async (): Promise<string> => {
  const answer = (await callAs(walk.product.url, 'resident-grid-6', 'issues.reportIssue', {
    classCode: 'odourPests',
    text: '楼道里有异味，三天了还没有人来',
    place: { buildingId: 'building-12-1' },
  })) as { data: { id: string } }
  return answer.data.id
}
const issuePage = (id: string) => `packages/resident/issue/index?id=${id}`

test('an owner asks for more time, the group leader agrees, and both read the new limit', async () => {
  const id = await report()
  const owner = await open('worker-grid-6', issuePage(id))
  await press(owner.page, '更多操作')
  await press(owner.page, /申请延期/)
  await owner.page.getByRole('dialog', { name: '申请延期' }).waitFor()
  await sound(owner.page, 'clocks-ask-extension')
  await press(owner.page, '提交申请')
  await owner.page.getByText('请填写延期的理由').first().waitFor()
  await owner.page.getByLabel('为什么需要更多时间').fill('疏通师傅后天才有空')
  await press(owner.page, '提交申请')
  await owner.page.getByText('等答复').waitFor()
  await sound(owner.page, 'clocks-extension-asked')

  const leader = await open('group-leader-4', issuePage(id))
  await press(leader.page, '答复延期')
  await leader.page.getByRole('dialog', { name: '答复延期申请' }).waitFor()
  await leader.page.getByRole('radio', { name: '同意', exact: true }).click()
  await sound(leader.page, 'clocks-decide-extension')
  await press(leader.page, '提交答复')
  await leader.page.getByText('已同意', { exact: true }).waitFor()
  await sound(leader.page, 'clocks-extension-agreed')
  expect([...owner.faults, ...leader.faults]).toEqual([])
  await owner.close()
  await leader.close()
})

test('the desk puts an issue under supervision, sees who owes an answer, and what is past its limit by grid', async () => {
  const id = await report()
  const desk = await open('community-worker-1', 'packages/office/supervision/index')
  await desk.page.getByText('没有督办中的事').waitFor()
  await sound(desk.page, 'clocks-nothing-supervised')
  await desk.page.goto(`${walk.product.url}/#/${issuePage(id)}`)
  await press(desk.page, /更多操作/)
  await press(desk.page, /督办/)
  await desk.page.getByRole('dialog', { name: '督办这件事' }).waitFor()
  await desk.page.getByLabel('问什么、为什么').fill('居民反映三次了，请说明打算')
  await sound(desk.page, 'clocks-supervise')
  await press(desk.page, '督办这件事')
  await desk.page.getByText('社区督办').waitFor()
  await sound(desk.page, 'clocks-supervised-issue')
  await callAs(walk.product.url, 'worker-grid-6', 'issues.moveIssue', { id, move: 'start' })
  await callAs(walk.product.url, 'worker-grid-6', 'issues.addProgress', { id, text: '师傅明天上午到' })
  await fetch(`${walk.product.url}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceSeconds: 12 * 86_400 }),
  })
  await desk.close()
  const later = await open('community-worker-1', 'packages/office/supervision/index')
  await later.page.getByText('已经晚了').waitFor()
  await later.page.getByText('师傅明天上午到').waitFor()
  await sound(later.page, 'clocks-supervised-list')
  await later.page.getByRole('tab', { name: '已超期' }).click()
  await later.page.getByRole('radio', { name: /第六网格/ }).click()
  await sound(later.page, 'clocks-overdue-list')
  expect([...desk.faults, ...later.faults]).toEqual([])
  await later.close()
})

const fileWith = (rows: WrittenCell[][]): string => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'grid-sheet-')), 'holidays.xlsx')
  fs.writeFileSync(file, workbook(sheetXml([['日期', '类型', '名称'], ...rows])))
  return file
}
const choose = async (page: Page, file: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await press(page, /选择 \d{4} 年的表格|改好后重新选择/)
  await (await chooser).setFiles(file)
}

test('the desk is warned of a missing year, mends the wrong cells, looks at the changes and brings the table', async () => {
  const { page, faults, close } = await open('community-worker-2', 'pages/mine/index')
  await page.getByText(/年的表还没有导入/).waitFor()
  await sound(page, 'clocks-mine')
  await press(page, /节假日表/)
  await page.getByRole('tab', { name: /（缺）/ }).click()
  const year = Number(/\d{4}/.exec(await page.getByRole('tab', { name: /（缺）/ }).innerText())![0])
  await page.getByText(`${year} 年还没有表`).waitFor()
  await sound(page, 'clocks-calendar-missing')
  await choose(
    page,
    fileWith([
      [`${year}-02-30`, '放假', '春节'],
      [`${year}-01-01`, '放', '元旦'],
    ]),
  )
  await page.getByRole('dialog', { name: '表里有填得不对的格子' }).waitFor()
  await sound(page, 'clocks-calendar-wrong')
  const unreadable = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'grid-sheet-')), 'holidays.xlsx')
  // A workbook that was torn on the way.
  fs.writeFileSync(unreadable, 'PK\u0003\u0004\u0000')
  await choose(page, unreadable)
  await page.getByText('这个文件读不了，请用下载的表填好后再上传').waitFor()
  expect(await page.getByText('A2 格').count()).toBe(0)
  await choose(
    page,
    fileWith([
      [`${year}-01-01`, '放假', '元旦'],
      [`${year}-01-02`, '放假', '元旦'],
      [`${year}-10-01`, '放假', '国庆节'],
    ]),
  )
  await page.getByRole('dialog', { name: `导入 ${year} 年的表` }).waitFor()
  await sound(page, 'clocks-calendar-preview')
  await press(page, '确认导入')
  await page.getByText('本社区导入的表').waitFor()
  await sound(page, 'clocks-calendar-own')
  expect(faults).toEqual([])
  await close()
})
