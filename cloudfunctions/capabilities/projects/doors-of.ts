import { nameOfHousehold, type Directory } from '../../store/directory'
import type { ReadStore } from '../../store/store'

/** What the doors behind some payments are called; one request. */
export const doorsOf = async (
  store: ReadStore,
  places: Directory,
  payments: readonly { householdId: string }[],
): Promise<(householdId: string) => string> => {
  const ids = [...new Set(payments.map(({ householdId }) => householdId))]
  const homes = ids.length > 0 ? await store.households.list({ where: { _id: { in: ids } }, limit: 1000 }) : []
  const names = new Map(homes.map((home) => [home._id, nameOfHousehold(places, home)]))
  return (householdId) => names.get(householdId) ?? ''
}
