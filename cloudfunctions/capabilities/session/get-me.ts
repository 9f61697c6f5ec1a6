import type { session } from '@/shared/contracts/session'
import { roleNames, type Role } from '@/shared/kernel/roles'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { nameOfHousehold, nameOfScope } from '../../store/directory'

/** One call for everything the first screen shows, so that opening the app costs one round trip. */
export const getMe: Handler<typeof session.getMe> = async (_input, { actor, now, store, directory }) => {
  const [place, person, household, [pending], unread] = await Promise.all([
    directory(),
    store.persons.get(actor.personId),
    actor.householdId ? store.households.get(actor.householdId) : null,
    store.bindings.list({ where: { personId: actor.personId, state: 'pending' }, limit: 1 }),
    store.notices.count({ recipientId: actor.personId, isRead: false }),
  ])
  const grid = household ? place.gridById.get(place.buildingById.get(household.buildingId)?.gridId ?? '') : undefined
  const leave = person?.leave && person.leave.to >= dayOf(now) ? person.leave : null
  const standIn = leave ? await store.persons.get(leave.standInId) : null
  const held = [...new Set(actor.postings.map((posting) => posting.role))]
  const roles: Role[] = actor.isNewcomer || held.includes('resident') ? held : ['resident', ...held]
  return {
    now: toInstant(now),
    person: {
      id: actor.personId,
      name: actor.name,
      isNewcomer: actor.isNewcomer,
      roles,
      postings: actor.postings.map(({ role, scope, departmentId }) => ({
        role,
        roleName: roleNames[role],
        scope,
        scopeName: nameOfScope(place, scope),
        departmentId,
      })),
      leave: leave && { ...leave, standInName: standIn?.name ?? '' },
    },
    community: { id: place.community._id, name: place.community.name },
    household: household && {
      id: household._id,
      label: nameOfHousehold(place, household),
      buildingId: household.buildingId,
      unitId: household.unitId,
    },
    grid: grid ? { id: grid._id, name: grid.name } : null,
    pendingBinding: pending
      ? {
          id: pending._id,
          householdLabel: pending.householdLabel,
          approverName: pending.approver.name,
          approverRoleName: roleNames[pending.approver.role],
        }
      : null,
    unread,
  }
}
