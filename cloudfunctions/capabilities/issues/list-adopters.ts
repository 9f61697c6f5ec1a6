import type { issues } from '@/shared/contracts/issues'
import { canManageAdoptions } from '@/shared/domain/issues/adoption'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { nameOfBuilding, nameOfScope } from '../../store/directory'
import { listPosts } from '../../store/reads'

/** As many of one name as are shown. */
const sameNameMax = 10

/**
 * Whom an adoption may be put on record for: residents by their whole name, so that nobody leafs through neighbours, with the building to
 * tell two of one name apart; without a name the contacts of local units.
 */
export const listAdopters: Handler<typeof issues.listAdopters> = async ({ name }, { actor, store, directory }) => {
  if (!canManageAdoptions(actor)) return refuse('FORBIDDEN')
  const places = await directory()
  if (!name) {
    const posts = await listPosts(store, actor.communityId, ['localUnit'])
    return {
      people: posts.map(({ person, posting }) => ({
        personId: person._id,
        name: person.name,
        note: `驻地单位联系人 · ${nameOfScope(places, posting.scope)}`,
        isUnit: true,
        hasHousehold: false,
      })),
    }
  }
  const found = await store.persons.list({ where: { communityId: actor.communityId, name }, limit: sameNameMax })
  const householdIds = found.flatMap(({ householdId }) => householdId ?? [])
  const homes = householdIds.length > 0 ? await store.households.list({ where: { _id: { in: householdIds } } }) : []
  const buildingOf = new Map(homes.map(({ _id, buildingId }) => [_id, buildingId]))
  return {
    people: found.map((person) => ({
      personId: person._id,
      name: person.name,
      note: nameOfBuilding(places, buildingOf.get(person.householdId ?? '') ?? '') || '没有绑定住房',
      isUnit: false,
      hasHousehold: person.householdId !== undefined,
    })),
  }
}
