import { listIn } from '../store/list-in'
import type { ReadStore } from '../store/store'

/** Those owners of these households who are in the app. */
export const ownersOf = async (households: readonly { householdId: string }[], store: ReadStore): Promise<string[]> => {
  const ids = households.map(({ householdId }) => householdId)
  const bindings = await listIn(store.bindings, { state: 'approved', relation: 'proprietor' }, 'householdId', ids)
  return [...new Set(bindings.map(({ personId }) => personId))]
}
