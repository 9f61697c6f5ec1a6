import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()
const post = (path: string, body: object) =>
  fetch(`${walk.product.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const call = async (persona: string, capability: string, input: object) =>
  ((await callAs(walk.product.url, persona, capability, input)) as { data: { id: string } }).data

/** Eight reports, solved and confirmed, six of them rated; then four weeks go by. */
const aMonthOfWork = async (): Promise<string> => {
  const place = { buildingId: 'building-12-1' }
  const ids: string[] = []
  for (let at = 0; at < 8; at++)
    ids.push(
      (await call('resident-grid-6', 'issues.reportIssue', { classCode: 'odourPests', text: '楼道里有异味', place }))
        .id,
    )
  for (const [at, id] of ids.entries()) {
    await call('worker-grid-6', 'issues.moveIssue', {
      id,
      move: 'submit',
      result: at === 7 ? 'partly' : 'resolved',
      sentence: '已清理',
    })
    await call('resident-grid-6', 'issues.moveIssue', { id, move: 'confirm' })
    if (at < 6) await call('resident-grid-6', 'issues.rateIssue', { id, stars: at === 0 ? 2 : 5 })
  }
  await post('/dev/clock', { advanceSeconds: 28 * 86_400 + 60 })
  await post('/dev/jobs', { name: 'everyFiveMinutes' })
  return ids[0]!
}

test('a reporter says four weeks later that it broke again, and is led to a new report that names the old one', async () => {
  const id = await aMonthOfWork()
  const { page, faults, close } = await openAs(walk.browser, walk.product.url, 'resident-grid-6')
  await page.goto(`${walk.product.url}/#/packages/resident/issue/index?id=${id}`)
  await page.getByText('办结四周了，还好吗？').waitFor()
  await screenshot(page, 'follow-up')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await press(page, '又坏了')
  await page.getByText('又坏了，请再报一件').waitFor()
  await screenshot(page, 'follow-up-again')
  await press(page, '再报一件')
  await press(page, '没有照片，下一步')
  await press(page, /^下一步$/)
  await page.locator('textarea:visible').waitFor()
  expect(await page.locator('textarea:visible').inputValue()).toMatch(/^\d{4}-\w+ 那件事又坏了：/)
  await page.getByText(/接着 .+ 那件事报/).waitFor()
  await screenshot(page, 'report-again')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await press(page, '提交上报')
  await page.getByText(/^已派给/).waitFor()
  await page.goto(`${walk.product.url}/#/packages/resident/issue/index?id=${id}`)
  await page.getByText('同一件事的前后').waitFor()
  await page.getByText(/^又坏了，另报为：编号/).scrollIntoViewIfNeeded()
  await screenshot(page, 'broke-again')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  expect(faults).toEqual([])
  await close()
})

test('the desk reads the rates with what they are made of, by month, grid and class', async () => {
  await post('/dev/jobs', { name: 'everyFiveMinutes' })
  const { page, faults, close } = await openAs(walk.browser, walk.product.url, 'community-worker-1')
  await page.goto(`${walk.product.url}/#/packages/office/rates/index`)
  await page.getByText('按时 8 ÷ 该答复 8').waitFor()
  await page.getByText('已解决 7 ÷ 已办结 8').waitFor()
  await page.getByText('4 星以上 5 ÷ 已评价 6').waitFor()
  await page.getByText(/没有答复 7 件/).waitFor()
  await screenshot(page, 'rates')
  expect([await barriers(page), await clippings(page)]).toEqual([[], []])
  await page.getByRole('radio', { name: '满意率' }).click()
  await page.getByText('按网格').scrollIntoViewIfNeeded()
  await screenshot(page, 'rates-by-grid')
  await press(page, /第六网格/)
  await page.getByText('只看第六网格。').waitFor()
  await page.getByText('随手解决的抽查').scrollIntoViewIfNeeded()
  await screenshot(page, 'rates-of-grid')
  await page.getByRole('tab', { name: '本月' }).click()
  await press(page, '看全社区')
  await page.getByText(/全社区。数字/).waitFor()
  expect(faults).toEqual([])
  await close()
})
