import { nameOfHousehold, type Directory } from '../../store/directory'
import type { ReadStore } from '../../store/store'
import { listWholeIn } from '../../store/whole'

/** What the doors behind some payments are called, however many; one request for some hundred. */
export const doorsOf = async (
  store: ReadStore,
  places: Directory,
  payments: readonly { householdId: string }[],
): Promise<(householdId: string) => string> => {
  const ids = payments.map(({ householdId }) => householdId)
  const homes = await listWholeIn(store.households, '_id', ids)
  const names = new Map(homes.map((home) => [home._id, nameOfHousehold(places, home)]))
  return (householdId) => names.get(householdId) ?? ''
}
