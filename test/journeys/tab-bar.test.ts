import type { Page } from 'playwright-core'
import { openAs } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(120_000)

const walk = useJourney()

/** The number beside 消息 at the bottom of the screen, or nothing. */
const badge = (page: Page) => page.locator('.weui-tabbar .weui-badge:visible').allInnerTexts()

const unreadOf = async (persona: string): Promise<string> => {
  const answer = (await callAs(walk.product.url, persona, 'notices.countUnread', {})) as { data: { unread: number } }
  return String(answer.data.unread)
}

test('what is unread stands on the tab bar from home on, and is never that of whoever was here before', async () => {
  await callAs(walk.product.url, 'resident-grid-5', 'issues.reportIssue', {
    classCode: 'litter',
    text: '垃圾没人清',
    place: { buildingId: 'building-12-1' },
  })
  const { page, close } = await openAs(walk.browser, walk.product.url, 'worker-grid-6')
  await page.waitForTimeout(500)
  expect(await badge(page)).toEqual([await unreadOf('worker-grid-6')])
  await page.goto(`${walk.product.url}/#/pages/mine/index`)
  await page.getByText('切换身份').locator('visible=true').first().click()
  await press(page, '切换')
  await page.getByPlaceholder('搜姓名、岗位或网格').locator('visible=true').first().fill('宋建国')
  await press(page, '宋建国')
  await page.getByRole('switch', { name: /大字版/ }).waitFor()
  await page.waitForTimeout(500)
  expect(await badge(page)).toEqual([])
  await close()
})
