import type { ReadStore } from './store'

/** The names of people by id; who has left is said to have. One request for all, none for nobody. */
export const namesOf = async (
  store: ReadStore,
  personIds: readonly string[],
): Promise<(personId: string) => string> => {
  const ids = [...new Set(personIds)]
  const people = ids.length > 0 ? await store.persons.list({ where: { _id: { in: ids } }, limit: 1000 }) : []
  const names = new Map(people.map(({ _id, name }) => [_id, name]))
  return (personId) => names.get(personId) ?? '已离开'
}
