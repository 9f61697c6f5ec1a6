import type { residents } from '@/shared/contracts/residents'
import { postReaching } from '@/shared/domain/residents/assistance'
import type { Household, Person } from '@/shared/domain/organization/records'
import { refuse } from '@/shared/kernel/decision'
import type { Handler, QueryContext } from '../../runtime/handler'
import { nameOfHousehold } from '../../store/directory'
import { pageSize } from '../../store/paging'
import { homeOf } from './homes'

/** The most people of one beginning of a name that are looked through; beyond it more of the name is wanted. */
const lookedThroughMax = 1000

const namedLike = async (search: string, { store, actor }: QueryContext): Promise<Person[]> =>
  store.persons.list({
    where: { communityId: actor.communityId },
    within: [{ name: search }, { name: { after: search } }],
    anyOf: [{ name: { before: `${search}\uffff` } }],
    orderBy: [['name', 'asc']],
    limit: lookedThroughMax,
  })

const householdsOf = async (people: readonly Person[], { store }: QueryContext): Promise<Map<string, Household>> => {
  const ids = [...new Set(people.flatMap(({ householdId }) => householdId ?? []))]
  const found =
    ids.length > 0 ? await store.households.list({ where: { _id: { in: ids } }, limit: lookedThroughMax }) : []
  return new Map(found.map((household) => [household._id, household]))
}

/** Residents within the caller's reach, by the beginning of a name or by a door: names and homes, nothing else. */
export const listAssistable: Handler<typeof residents.listAssistable> = async ({ search, householdId }, context) => {
  const { actor, store, directory } = context
  const place = await directory()
  const reaches = (household: Household | null) =>
    postReaching(actor, household?.communityId ?? actor.communityId, household && homeOf(household, place)) !== null
  const door = householdId ? await store.households.get(householdId) : null
  if (householdId && (!door || !reaches(door))) return refuse('NOT_FOUND')
  const people = door
    ? await store.persons.list({ where: { communityId: actor.communityId, householdId: door._id } })
    : await namedLike(search ?? '', context)
  const homes = door ? new Map([[door._id, door]]) : await householdsOf(people, context)
  const homeFor = ({ householdId: at }: Person) => (at ? (homes.get(at) ?? null) : null)
  const within = people.filter((person) => person._id !== actor.personId && reaches(homeFor(person)))
  return {
    people: within.slice(0, pageSize).map((person) => {
      const home = homeFor(person)
      return { personId: person._id, name: person.name, householdLabel: home && nameOfHousehold(place, home) }
    }),
    isCut: within.length > pageSize || people.length === lookedThroughMax,
  }
}
