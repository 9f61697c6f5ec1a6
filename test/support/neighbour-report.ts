import { startProduct, type Product } from './product'
import { callsTo, post } from './simulate-backend'

/** Runs the timer that asks WeChat about words and photos, which the local cloud plays; a report is passed by the end of it. */
const checkContents = (url: string): Promise<unknown> => post(`${url}/dev/jobs`, { name: 'everyMinute' })

/** The product with one report of a neighbour in the building of `persona`, once its words have passed the content check. */
export const startWithNeighbourReport = async (
  persona: string,
  text: string,
): Promise<{ product: Product; issueId: string }> => {
  const product = await startProduct()
  const ask = async <T>(who: string, capability: string, input: object): Promise<T> => {
    const data = { capability, input, requestId: `neighbour-report-1` }
    return ((await callsTo(product.url, who)({ name: 'api', data })) as { data: T }).data
  }
  const { household } = await ask<{ household: { buildingId: string } }>(persona, 'session.getMe', {})
  const { id } = await ask<{ id: string }>('resident-grid-5', 'issues.reportIssue', {
    classCode: 'litter',
    text,
    place: { buildingId: household.buildingId },
  })
  await checkContents(product.url)
  return { product, issueId: id }
}
