import type { IssuePlace } from '@/shared/contracts/issues/shapes'
import type { IssueClass } from '@/shared/domain/issues/classes'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Watch } from '@/shared/domain/issues/roster-told'
import { holdersNeeded, routeIssue, type Route } from '@/shared/domain/issues/route'
import { decidePlace, sideOf, type PlaceDecision } from '@/shared/domain/organization/place'
import { rosterDayIdOf } from '@/shared/domain/organization/roster'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { roleNames } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { QueryContext } from '../../runtime/handler'
import { nameOfScope, type Directory } from '../../store/directory'
import { countOpenIssues, listHoldersAndWatch, type ReportsWanted, type WatchWanted } from '../../store/reads'

type PlaceRefusal = 'ISSUE_PLACE_UNKNOWN' | 'ISSUE_OUTSIDE_COMMUNITY'

export interface FoundRoute {
  decision: PlaceDecision
  /** The place as the issue keeps it. */
  place: Issue['place']
  /** One, or one for each side of a border; the first is taken unless another is chosen. */
  routes: Route[]
  /** The route of the side that was chosen, or the first. */
  route: Route
  /** Who watches over the roster day asked for; null without one. */
  watch: Watch | null
  /** The reports asked for; empty without. */
  reports: readonly { _id: string; createdAt: string }[]
}

/** The name of what was picked, the unit at the closest: a door is kept apart. A point on a border is named after the side chosen. */
const labelOf = (
  given: IssuePlace,
  decision: PlaceDecision,
  place: Directory,
  chosenGridId: string | undefined,
): string => {
  const { unitId, buildingId, estateId } = decision
  if (unitId) return nameOfScope(place, { kind: 'unit', id: unitId })
  if (buildingId) return nameOfScope(place, { kind: 'building', id: buildingId })
  if (estateId) return nameOfScope(place, { kind: 'estate', id: estateId })
  return given.point ? `${place.gridById.get(sideOf(decision, chosenGridId) ?? '')?.name ?? ''}（地图标注）` : ''
}

/** The watch of a roster day of the caller's community, as the reads want it. */
export const watchWanted = ({ community }: Directory, rosterDay: string): WatchWanted => ({
  rosterDayId: rosterDayIdOf(community._id, rosterDay),
  dutyPersonIds: community.dutyPersonIds,
})

/**
 * Who a report would go to, and why. Three requests at most, whatever the size of the community: the household if one was
 * picked, the holders of every seat in question, and how busy they are where several share a seat.
 */
export const findRoute = async (
  request: {
    issueClass: IssueClass
    place: IssuePlace
    gridId?: string | undefined
    aboutPersonId?: string | undefined
    /** The roster day to bring the watch of. */
    rosterDay?: string | null | undefined
    /** Whose reports to bring along. */
    reports?: ReportsWanted | undefined
  },
  { actor, now, store, directory }: QueryContext,
): Promise<FoundRoute | Refusal<PlaceRefusal>> => {
  const { issueClass, place: given, gridId } = request
  const ground = await directory()
  const found = given.householdId ? await store.households.get(given.householdId) : null
  const household = found?.communityId === actor.communityId ? found : null
  const decision = decidePlace(given, ground, household ?? undefined, ground.rules.settings.borderMeters)
  if (isRefusal(decision)) return decision
  const { scopeIds, roles } = holdersNeeded(decision, issueClass.responsible, ground)
  const wanted = request.rosterDay ? watchWanted(ground, request.rosterDay) : null
  const { holders, watch, reports } = await listHoldersAndWatch(
    store,
    actor.communityId,
    scopeIds,
    roles,
    wanted,
    request.reports,
  )
  const workloads = await countOpenIssues(store, [
    ...new Set(
      holders.flatMap(({ person, standIn, postStandIn }) =>
        [person, standIn, postStandIn].flatMap((one) => one?._id ?? []),
      ),
    ),
  ])
  const route = (chosenGridId: string | undefined, isOffered: boolean): Route =>
    routeIssue({
      place: decision,
      chosenGridId,
      isOffered,
      responsible: issueClass.responsible,
      ground,
      holders,
      workloads,
      day: dayOf(now),
      exceptPersonId: request.aboutPersonId,
    })
  const sides = decision.gridIds.length > 1 ? decision.gridIds : [sideOf(decision) ?? undefined]
  return {
    decision,
    place: {
      label: labelOf(given, decision, ground, gridId),
      door: household?.name ?? null,
      estateId: decision.estateId,
      buildingId: decision.buildingId,
      unitId: decision.unitId,
      householdId: household?._id ?? null,
      point: given.point ?? null,
      accuracyMeters: given.accuracyMeters ?? null,
      words: given.words ?? null,
    },
    routes: sides.map((side) => route(side, side !== gridId)),
    route: route(gridId, false),
    watch,
    reports,
  }
}

/** Whether whom a complaint is about is somebody of this community; people of others are as if there were none. */
export const isSomebodyHere = async (personId: string, { actor, store }: Pick<QueryContext, 'actor' | 'store'>) =>
  (await store.persons.get(personId))?.communityId === actor.communityId

/** A route as a person is shown it. */
export const shownRoute = ({ gridId, gridName, owner, reason }: Route) => ({
  gridId,
  gridName,
  owner: { personId: owner.personId, name: owner.name, role: owner.role, roleName: roleNames[owner.role] },
  reason,
})
