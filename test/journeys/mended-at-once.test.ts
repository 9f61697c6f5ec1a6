import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { press, useJourney } from '../support/journey'
import { png } from '../support/images'

jest.setTimeout(180_000)

const walk = useJourney()

test.each([false, true])(
  'whoever finds something on duty and mends it there reports and solves it in one go; large letters: %s',
  async (isElder) => {
    const { page, faults } = await openAs(walk.browser, walk.product.url, 'building-head-1')
    if (isElder) await page.getByRole('switch', { name: /大字版/ }).click()
    const choosePhoto = async (button: string, width: number) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByText(button).locator('visible=true').last().click(),
      ])
      const buffer = Buffer.from(png({ width, height: 480 }))
      await chooser.setFiles({ name: 'IMG.png', mimeType: 'image/png', buffer })
    }
    const look = async (name: string) => {
      await page.waitForTimeout(250)
      await screenshot(page, `${isElder ? 'elder' : 'page'}-mended-${name}`)
      expect([name, await barriers(page), await clippings(page)]).toEqual([name, [], []])
    }
    const radio = (name: RegExp) => page.getByRole('radio', { name }).locator('visible=true').first().click()

    await press(page, /上报问题/)
    await page.getByText('先拍一张照片').waitFor()
    await choosePhoto('从相册选', isElder ? 630 : 640)
    await press(page, /^下一步/)
    await press(page, /我家这栋楼/)
    await press(page, /^下一步/)
    await page
      .getByLabel('情况说明')
      .locator('visible=true')
      .fill(`楼道口有一袋垃圾（${Date.now() % 100_000}）`)
    await page.getByLabel('情况说明').locator('visible=true').blur()
    await radio(/暴露垃圾/)
    await radio(/巡查发现/)
    await press(page, '提交上报')
    const goOn = page.getByRole('button', { name: /不是同一件|都不是|继续上报/ }).locator('visible=true')
    await page.getByRole('button', { name: '已经当场解决' }).or(goOn).first().waitFor()
    if (await goOn.count()) await goOn.first().click()
    await page.getByRole('button', { name: '已经当场解决' }).waitFor()
    await look('sent')
    await press(page, '已经当场解决')
    await radio(/^已解决/)
    await page
      .getByLabel(/处理说明/)
      .last()
      .fill('已经拎到垃圾桶，地面扫净')
    await choosePhoto('添加照片', isElder ? 610 : 620)
    await look('sheet')
    await page.getByRole('dialog').getByRole('button', { name: /提交/ }).last().click()
    await page
      .getByText(/已办结|待核查/)
      .locator('visible=true')
      .first()
      .waitFor()
    await look('done')
    expect(faults).toEqual([])
  },
)
