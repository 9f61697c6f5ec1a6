import { openAs, screenshot } from '../support/browser'
import { useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(120_000)

const walk = useJourney()

test('a report written without a network survives closing the app and is sent once when the network is back', async () => {
  const { page, context } = await openAs(walk.browser, walk.product.url, 'resident-grid-2')
  const press = (name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true').first().click()
  await press(/上报问题/)
  await press('没有照片，下一步')
  await press(/我家这栋楼/)
  await press(/^下一步/)
  await page.getByLabel('情况说明').locator('visible=true').fill('楼道灯坏了三天')
  await page.getByLabel('情况说明').locator('visible=true').blur()
  await page.getByRole('radio', { name: /路灯/ }).locator('visible=true').first().click()

  await page.reload()
  expect(await page.getByLabel('情况说明').locator('visible=true').inputValue()).toBe('楼道灯坏了三天')

  await context.setOffline(true)
  await press('提交上报')
  await page
    .getByText(/联网后/)
    .locator('visible=true')
    .first()
    .waitFor()
  await screenshot(page, 'dead-network-held')
  await context.setOffline(false)
  const mine = async () => {
    const answer = (await callAs(walk.product.url, 'resident-grid-2', 'issues.listMyIssues', {})) as {
      data: { issues: { text: string }[] }
    }
    return answer.data.issues.map(({ text }) => text)
  }
  for (let waited = 0; waited < 40 && (await mine()).length === 0; waited++) await page.waitForTimeout(1000)
  await page.waitForTimeout(1500)
  expect(await mine()).toEqual(['楼道灯坏了三天'])
})
