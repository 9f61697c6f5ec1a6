import type { ReadStore } from '../store/store'

const askedAtOnce = 400
const listedAtOnce = 1000

/** Those owners of these households who are in the app. */
export const ownersOf = async (households: readonly { householdId: string }[], store: ReadStore): Promise<string[]> => {
  const found = new Set<string>()
  for (let at = 0; at < households.length; at += askedAtOnce) {
    const ids = households.slice(at, at + askedAtOnce).map(({ householdId }) => householdId)
    const where = { householdId: { in: ids }, state: 'approved', relation: 'proprietor' }
    for (const { personId } of await store.bindings.list({ where, limit: listedAtOnce })) found.add(personId)
  }
  return [...found]
}
