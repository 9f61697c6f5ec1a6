import type { ReadStore } from '../store/store'
import { listWholeIn } from '../store/whole'

/** Those owners of these households who are in the app. */
export const ownersOf = async (households: readonly { householdId: string }[], store: ReadStore): Promise<string[]> => {
  const ids = households.map(({ householdId }) => householdId)
  const bindings = await listWholeIn(store.bindings, 'householdId', ids, { state: 'approved', relation: 'proprietor' })
  return [...new Set(bindings.map(({ personId }) => personId))]
}
