import { contactRoles } from '@/shared/domain/consents/contact-roles'
import { tiersOf } from '@/shared/domain/consents/contacts'
import { isAway } from '@/shared/domain/organization/leave'
import { isInForce } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Directory } from '../store/directory'
import { listPosts } from '../store/reads'
import type { ReadStore } from '../store/store'
import { listWholeIn } from '../store/whole'

/** Who may be the contact of a household by the posts of today, without those on leave and those that are named. Three requests. */
export const contactTiers = async (
  store: ReadStore,
  { community, buildingById }: Directory,
  now: number,
  except: readonly string[] = [],
): Promise<ReturnType<typeof tiersOf>> => {
  const today = dayOf(now)
  const dutyIds = community.dutyPersonIds.filter((id) => !except.includes(id))
  const [held, onDuty] = await Promise.all([
    listPosts(store, community._id, contactRoles),
    listWholeIn(store.persons, '_id', dutyIds),
  ])
  const posts = held.filter(
    ({ posting, person }) => isInForce(posting, today) && !isAway(person, today) && !except.includes(posting.personId),
  )
  const homeIds = posts.flatMap(({ posting: { role, scope } }) => (role === 'hub' ? [scope.id] : []))
  const homes = await listWholeIn(store.households, '_id', homeIds)
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
      duty: onDuty.map((person) => ({
        personId: person._id,
        homeId: person.householdId ?? null,
        isAway: isAway(person, today),
      })),
    },
  )
}
