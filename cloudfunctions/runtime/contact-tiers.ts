import { contactRoles } from '@/shared/domain/consents/contact-roles'
import { tiersOf } from '@/shared/domain/consents/contacts'
import { isInForce } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Directory } from '../store/directory'
import { listPosts } from '../store/reads'
import type { ReadStore } from '../store/store'

/** Who may be the contact of a household by the posts of today, without those that are named. Two requests. */
export const contactTiers = async (
  store: ReadStore,
  { community, buildingById }: Directory,
  now: number,
  except: readonly string[] = [],
): Promise<ReturnType<typeof tiersOf>> => {
  const posts = (await listPosts(store, community._id, contactRoles)).filter(
    ({ posting }) => isInForce(posting, dayOf(now)) && !except.includes(posting.personId),
  )
  const homeIds = posts.flatMap(({ posting: { role, scope } }) => (role === 'hub' ? [scope.id] : []))
  const homes = await store.households.list({ where: { _id: { in: homeIds } }, limit: 1000 })
  const buildingOfHome = new Map(homes.map(({ _id, buildingId }) => [_id, buildingId]))
  return tiersOf(
    posts.map(({ posting: { personId, role, scope }, person }) => ({
      personId,
      role,
      scope,
      homeId: person.householdId ?? null,
    })),
    {
      gridOfBuilding: (id) => buildingById.get(id)?.gridId,
      buildingOfHome: (id) => buildingOfHome.get(id),
      dutyPersonIds: community.dutyPersonIds.filter((id) => !except.includes(id)),
    },
  )
}
