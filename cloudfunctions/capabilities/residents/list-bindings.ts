import type { residents } from '@/shared/contracts/residents'
import { canDecideBinding } from '@/shared/domain/residents/decide-binding'
import type { Actor } from '@/shared/kernel/actor'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { Where } from '../../store/store'

/** The widest of the caller's scopes that decides bindings, as a condition on the list. */
const withinReach = ({ postings, communityId }: Actor): Where => {
  const idsOf = (role: string, kind: string) =>
    postings
      .filter((posting) => posting.role === role && posting.scope.kind === kind)
      .map((posting) => posting.scope.id)
  if (
    postings.some(
      ({ role, scope }) => scope.id === communityId && (role === 'communityWorker' || role === 'administrator'),
    )
  )
    return {}
  const grids = idsOf('gridWorker', 'grid')
  if (grids.length > 0) return { gridId: { in: grids } }
  const buildings = idsOf('buildingHead', 'building')
  return buildings.length > 0 ? { buildingId: { in: buildings } } : { unitId: { in: idsOf('unitHead', 'unit') } }
}

/** Requests the caller may decide, or those already decided within their reach. */
export const listBindings: Handler<typeof residents.listBindings> = async ({ state, cursor }, { actor, store }) => {
  const found = await store.bindings.list({
    where: {
      communityId: actor.communityId,
      state: state === 'pending' ? 'pending' : { in: ['approved', 'rejected'] },
      ...withinReach(actor),
    },
    ...afterKey(cursor, 'requestedAt', 'desc'),
    limit: pageSize + 1,
  })
  return {
    bindings: found
      .slice(0, pageSize)
      .filter((binding) => canDecideBinding(binding, actor))
      .map((binding) => ({ ...binding, id: binding._id })),
    next: nextCursor(found, (binding) => binding.requestedAt),
  }
}
