import type { residents } from '@/shared/contracts/residents'
import type { Handler } from '../../runtime/handler'

/** The doors of one stairwell. Only the numbers: who lives there, or whether anyone does, is nobody's business here. */
export const listHouseholds: Handler<typeof residents.listHouseholds> = async ({ unitId }, { actor, store }) => {
  const found = await store.households.list({
    where: { unitId, communityId: actor.communityId },
    orderBy: [['order', 'asc']],
    limit: 500,
  })
  return { households: found.map(({ _id, name }) => ({ id: _id, name })) }
}
