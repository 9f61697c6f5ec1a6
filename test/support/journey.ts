import type { Browser, Page } from 'playwright-core'
import { launch } from './browser'
import { startProduct, type Product } from './product'

interface Journey {
  product: Product
  browser: Browser
}

/** The product as somebody started it, and a browser to walk through it, for the tests of one file; both end with them. */
export const useJourney = (): Journey => {
  const journey: Partial<Journey> = {}
  beforeAll(async () => {
    journey.product = await startProduct()
    journey.browser = await launch()
  })
  afterAll(async () => {
    await journey.browser?.close()
    await journey.product?.stop()
  })
  return journey as Journey
}

/** Presses a button that can be seen: the one on top, where a page lies underneath another. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).locator('visible=true').last().click()
