import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(120_000)

const walk = useJourney()
const desk = 'community-worker-1'

test('a name that never was a party’s is struck where the parties are written down, and is read by everybody again', async () => {
  const { url } = walk.product
  const ask = async <T = { id: string }>(persona: string, capability: string, input: object) =>
    ((await callAs(url, persona, capability, input)) as { data: T }).data
  const report = { classCode: 'dispute', text: '楼上漏水，不肯修', place: { buildingId: 'building-12-1' } }
  const { id } = await ask('resident-grid-6', 'issues.reportIssue', report)
  await ask(desk, 'issues.moveIssue', { id, move: 'start' })
  await ask(desk, 'issues.setParties', { id, parties: ['物业', '李小河'] })
  await ask(desk, 'issues.setParties', { id, parties: ['王小海', '李小河'] })
  await ask(desk, 'issues.takeStep', { id, step: 'accepted', text: '物业约了双方' })
  const readByOthers = async () => {
    const { procedure } = await ask<{ procedure: { taken: { text: string }[] } }>(
      'community-worker-2',
      'issues.getIssue',
      { id },
    )
    return procedure.taken.at(-1)!.text
  }
  expect(await readByOthers()).toBe('原登记的当事人约了双方')
  const { page, close, faults } = await openAs(walk.browser, url, desk)
  await page.goto(`${url}/#/packages/resident/issue/index?id=${id}`)
  await press(page, '更改当事人')
  const slip = page.getByRole('switch', { name: /物业/ })
  await slip.click()
  await page.locator('[role=switch][aria-checked=true]').waitFor()
  await page.waitForTimeout(300)
  await screenshot(page, 'parties-struck')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await press(page, /^保存$/)
  await page
    .getByText(/去掉了 1 个登记错的姓名/)
    .first()
    .waitFor()
  expect(await readByOthers()).toBe('物业约了双方')
  await press(page, '更改当事人')
  await page.getByRole('textbox').locator('visible=true').last().waitFor()
  expect(await slip.count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})
