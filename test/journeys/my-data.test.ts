import { openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'

jest.setTimeout(240_000)

const walk = useJourney()

test('a resident leaves a number, takes it back, asks to leave and changes their mind', async () => {
  const { page, close } = await openAs(walk.browser, walk.product.url, 'resident-grid-2')
  await page.goto(`${walk.product.url}/#/pages/mine/index`)
  await press(page, /我的信息/)
  await press(page, /^电话/)
  await page.getByRole('textbox', { name: '电话' }).fill('1390000')
  await press(page, /^保存$/)
  await page.getByText('请填写 11 位手机号，或带区号的座机号').first().waitFor()
  await page.getByRole('textbox', { name: '电话' }).fill('13900000001')
  await page.getByRole('switch', { name: '让办我的事的人查看' }).click()
  await screenshot(page, 'my-data-phone')
  await press(page, /^保存$/)
  await page.getByText('办您的事的人可以查看，每次都有记录').waitFor()
  await screenshot(page, 'my-data')

  await press(page, /^电话/)
  await press(page, '删除我的电话')
  await page.getByText('没有留').waitFor()

  await press(page, /^申请注销$/)
  await page.getByRole('dialog').waitFor()
  await screenshot(page, 'my-data-ask')
  await page.getByRole('dialog').getByRole('button', { name: '申请注销' }).click()
  await page.getByText('您已申请注销').waitFor()
  await screenshot(page, 'my-data-leaving')
  await press(page, '不注销了')
  await page.getByRole('button', { name: '申请注销' }).waitFor()
  await close()
})

test('somebody in a post is told what to do first, and moving out asks before it does', async () => {
  const { page, close } = await openAs(walk.browser, walk.product.url, 'building-head-1')
  await page.goto(`${walk.product.url}/#/packages/resident/my-data/index`)
  await page.getByText(/您还担任红色楼长/).waitFor()
  await press(page, /解除绑定/)
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await press(page, /解除绑定/)
  await page.getByRole('dialog').getByRole('button', { name: '解除绑定' }).click()
  await page.getByText('没有绑定', { exact: true }).waitFor()
  await close()
})
