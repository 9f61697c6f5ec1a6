import type { Page } from 'playwright-core'
import { sheetXml, workbook } from '../support/sheets'
import { openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'

jest.setTimeout(300_000)

const walk = useJourney()
const heads = ['小区', '楼栋', '单元', '门牌', '建筑面积（㎡）', '空置']

const choose = async (page: Page, button: RegExp, rows: (string | number)[][]) => {
  const chooser = page.waitForEvent('filechooser')
  await press(page, button)
  const buffer = Buffer.from(workbook(sheetXml([heads, ...rows])))
  await (await chooser).setFiles({ name: '户册.xlsx', mimeType: 'application/octet-stream', buffer })
}

test('the desk brings a register: a wrong cell is named, the right table changes doors, the same one again changes none', async () => {
  const desk = await openAs(walk.browser, walk.product.url, 'community-worker-1')
  const { page } = desk
  await page.goto(`${walk.product.url}/#/packages/office/households/index`)
  await page.getByText('陶埙苑户册').waitFor()
  await choose(page, /^导入户册$/, [['陶埙苑', '1号楼', '1单元', '101', -3, '否']])
  await page.getByText('面积 -3 不对，面积必须大于 0').waitFor()
  await page.getByText('E2 格').waitFor()
  await screenshot(page, 'households-wrong')
  const right = [
    ['陶埙苑', '1号楼', '1单元', '101', 101.25, '否'],
    ['陶埙苑', '1号楼', '1单元', '顶楼', 33, '是'],
  ]
  await choose(page, /^改好后重新选择$/, right)
  await page.getByText('会新增').waitFor()
  await screenshot(page, 'households-check')
  await press(page, /^确认导入$/)
  await page.getByText('已导入，新增 1 户，改动 1 户').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await choose(page, /^导入户册$/, right)
  await press(page, /^确认导入$/)
  await page.getByText('和现有的一样，没有改动').waitFor()
  await desk.close()
})
