import type { Page } from 'playwright-core'
import { openAs } from '../support/browser'
import { press, useJourney } from '../support/journey'

jest.setTimeout(120_000)

const walk = useJourney()

test('a map on a small screen lies under the buttons at the bottom, not over them', async () => {
  const { page, close } = await openAs(walk.browser, walk.product.url, 'resident-grid-6')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('switch', { name: /大字版/ }).click()
  await press(page, /上报问题/)
  await press(page, '没有照片，下一步')
  await page.getByText('地图标点').locator('visible=true').first().click()
  await page.locator('.leaflet-control-zoom-in').waitFor()
  const covering = await page.evaluate(() => {
    const found: string[] = []
    const [bar] = [...document.querySelectorAll('.ui-page-bottom')].filter(
      (one) => one.getBoundingClientRect().width > 0,
    )
    const { left, right, top, bottom } = bar!.getBoundingClientRect()
    for (let x = left + 4; x < right; x += 8)
      for (let y = top + 4; y < bottom; y += 8) {
        const hit = document.elementFromPoint(x, y)
        if (hit && !bar!.contains(hit)) found.push(hit.className)
      }
    return found
  })
  expect(covering.filter((name) => /leaflet|map/.test(name))).toEqual([])
  await close()
})

/** Names on the map that can be seen, and of them the pairs that lie over each other. */
const namesOf = (page: Page) =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll<HTMLElement>('.point-map-word-estate')]
      .filter((one) => one.style.visibility !== 'hidden')
      .map((one) => ({ text: one.innerText, box: one.querySelector('b')!.getBoundingClientRect() }))
    const isOver = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    const over = names.flatMap((one, at) =>
      names.slice(at + 1).flatMap((other) => (isOver(one.box, other.box) ? [`${one.text} × ${other.text}`] : [])),
    )
    return { count: names.length, over }
  })

test('names on the map never lie over each other, and all of them come out from closer by', async () => {
  const { page, close } = await openAs(walk.browser, walk.product.url, 'resident-grid-6')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('switch', { name: /大字版/ }).click()
  await press(page, /上报问题/)
  await press(page, '没有照片，下一步')
  await page.getByText('地图标点').locator('visible=true').first().click()
  const closer = page.locator('.leaflet-control-zoom-in')
  await closer.waitFor()
  const first = await namesOf(page)
  expect(first.over).toEqual([])
  for (let time = 0; time < 2; time++) {
    await closer.scrollIntoViewIfNeeded()
    await closer.click()
    await page.waitForTimeout(600)
  }
  const near = await namesOf(page)
  expect(near.over).toEqual([])
  expect(near.count).toBeGreaterThan(first.count)
  await close()
})
