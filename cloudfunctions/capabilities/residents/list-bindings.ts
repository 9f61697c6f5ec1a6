import type { residents } from '@/shared/contracts/residents'
import { applicantName, type Binding } from '@/shared/domain/residents/binding'
import { isEnteredAt } from '@/shared/domain/residents/entered'
import { canDecideBinding } from '@/shared/domain/residents/decide-binding'
import type { Actor } from '@/shared/kernel/actor'
import type { Role, ScopeKind } from '@/shared/kernel/roles'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { Where } from '../../store/store'

/** Everything the caller decides bindings of, post by post: one of the conditions must hold. Empty where they decide none. */
const withinReach = ({ postings, communityId }: Actor): Where[] => {
  const idsOf = (role: Role, kind: ScopeKind) =>
    postings
      .filter((posting) => posting.role === role && posting.scope.kind === kind)
      .map((posting) => posting.scope.id)
  if ([...idsOf('communityWorker', 'community'), ...idsOf('administrator', 'community')].includes(communityId))
    return [{ communityId }]
  const served: readonly (readonly [field: string, ids: string[]])[] = [
    ['gridId', idsOf('gridWorker', 'grid')],
    ['buildingId', idsOf('buildingHead', 'building')],
    ['unitId', idsOf('unitHead', 'unit')],
  ]
  return served.filter(([, ids]) => ids.length > 0).map(([field, ids]) => ({ [field]: { in: ids } }))
}

/** Requests the caller may decide, or those already decided within their reach. */
export const listBindings: Handler<typeof residents.listBindings> = async ({ state, cursor }, { actor, store }) => {
  const { communityId } = actor
  const within = withinReach(actor)
  if (within.length === 0) return { bindings: [] }
  const found = await store.bindings.list({
    ...afterKey(
      { communityId: actor.communityId, state: state === 'pending' ? 'pending' : { in: ['approved', 'rejected'] } },
      cursor,
      'requestedAt',
      'desc',
    ),
    within,
    limit: pageSize + 1,
  })
  const shown = found.slice(0, pageSize).filter((binding) => canDecideBinding(binding, actor))
  const ids = [...new Set(shown.map(({ personId }) => personId))]
  const homes = state === 'pending' ? [...new Set(shown.map(({ householdId }) => householdId))] : []
  const people =
    ids.length > 0
      ? await store.persons.list({
          where: {},
          anyOf: [{ _id: { in: ids } }, ...(homes.length > 0 ? [{ communityId, householdId: { in: homes } }] : [])],
          limit: 1000,
        })
      : []
  const personById = new Map(people.map((person) => [person._id, person]))
  const nameFor = ({ personName, personId }: Binding): string => {
    const person = personById.get(personId)
    return person ? applicantName(personName, person) : personName
  }
  return {
    bindings: shown.map((binding) => ({
      ...binding,
      id: binding._id,
      personName: nameFor(binding),
      entered: homes.includes(binding.householdId)
        ? people
            .filter((person) => isEnteredAt(person, binding.householdId))
            .map(({ _id, name }) => ({ id: _id, name }))
        : [],
    })),
    next: nextCursor(found, (binding) => binding.requestedAt),
  }
}
