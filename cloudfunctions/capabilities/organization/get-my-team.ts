import type { organization } from '@/shared/contracts/organization'
import { isAway } from '@/shared/domain/organization/leave'
import { refuse } from '@/shared/kernel/decision'
import { isInForce, roleNames, teamRoles } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { nameOfScope, type Directory } from '../../store/directory'
import { listHolders } from '../../store/reads'

/** Every scope whose posts serve a grid: from its stairwells up to the community. */
const scopesAround = (
  { community, buildings, estates, partyNames }: Directory,
  gridId: string,
  groupId: string,
): string[] => {
  const inGrid = buildings.filter((building) => building.gridId === gridId)
  const branchId = partyNames.get(groupId)?.parentId
  return [
    gridId,
    groupId,
    ...(branchId ? [branchId] : []),
    community._id,
    ...estates.filter((estate) => estate.gridIds.includes(gridId)).map((estate) => estate._id),
    ...inGrid.flatMap((building) => [building._id, ...building.units.map((unit) => unit.id)]),
  ]
}

/** The ten seats around a resident, filled or empty, with the phones that may be rung. */
export const getMyTeam: Handler<typeof organization.getMyTeam> = async (
  { gridId },
  { actor, now, store, directory },
) => {
  const place = await directory()
  const household = actor.householdId ? await store.households.get(actor.householdId) : null
  const mine = household ? place.buildingById.get(household.buildingId)?.gridId : undefined
  const served = actor.postings.find((posting) => posting.scope.kind === 'grid')?.scope.id
  const grid = gridId ? place.gridById.get(gridId) : (place.gridById.get(mine ?? served ?? '') ?? place.grids[0])
  if (!grid) return refuse('NOT_FOUND')
  const today = dayOf(now)
  const holders = await listHolders(store, actor.communityId, scopesAround(place, grid._id, grid.groupId), teamRoles)
  const branchId = place.partyNames.get(grid.groupId)?.parentId ?? ''
  return {
    grid: {
      id: grid._id,
      name: grid.name,
      groupName: place.partyNames.get(grid.groupId)?.name ?? '',
      branchName: place.partyNames.get(branchId)?.name ?? '',
    },
    isMine: grid._id === mine,
    seats: teamRoles.map((role) => ({
      role,
      roleName: roleNames[role],
      holders: holders
        .filter(({ posting }) => posting.role === role && isInForce(posting, today))
        .sort((a, b) => (a.posting._id < b.posting._id ? -1 : 1))
        .map(({ posting, person, standIn }) => {
          const away = isAway(person, today)
          return {
            personId: person._id,
            name: person.name,
            scopeName: nameOfScope(place, posting.scope),
            dutyPhone: person.dutyPhone ?? null,
            isAway: away,
            standInName: away ? (standIn?.name ?? null) : null,
            standInPhone: away ? (standIn?.dutyPhone ?? null) : null,
          }
        }),
    })),
    dutyDesk: place.community.dutyDesk,
  }
}
