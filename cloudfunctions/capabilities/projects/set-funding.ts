import type { projects } from '@/shared/contracts/projects'
import { fundingIdOf, withShares, type BuildingShares, type Funding } from '@/shared/domain/projects/funding'
import { mayFundIn, newBuildingShares, unagreed } from '@/shared/domain/projects/plan-funding'
import { canSeeProject } from '@/shared/domain/projects/moves'
import { treasurerNotice } from '@/shared/domain/projects/project-notices'
import { fundingView } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { nameOfBuilding } from '../../store/directory'
import { listWholeIn } from '../../store/whole'
import { listBuildings } from './funding-of'

/**
 * Sets how much households bear and by which rule, and computes every share. A draft may be set again; of one that is open only who keeps
 * the money may change. Areas and exemptions that a table brought stay with their households.
 */
export const setFunding: Handler<typeof projects.setFunding> = async (
  { projectId, rule, totalFen, buildingIds, treasurerId },
  { actor, now, store, newId, directory, transact },
) => {
  const { communityId } = actor
  const _id = fundingIdOf(projectId)
  const [places, project, person, asBefore, earlier, homes] = await Promise.all([
    directory(),
    store.projects.get(projectId),
    store.persons.get(treasurerId),
    store.fundings.get(_id),
    listBuildings(store, _id),
    listWholeIn(store.households, 'buildingId', buildingIds),
  ])
  if (!canSeeProject(project, actor)) return refuse('NOT_FOUND')
  // One that is open lives longer than its project is under way: somebody has to keep its money to the end.
  if (asBefore?.state !== 'open' && !mayFundIn(project)) return refuse('FUNDING_TOO_EARLY')
  if (buildingIds.some((buildingId) => !places.buildingById.has(buildingId))) return refuse('BUILDING_UNKNOWN')
  if (person?.communityId !== communityId || person.isEntered) return refuse('TREASURER_UNFIT')
  const known = rule === 'manual' && asBefore?.rule !== rule ? earlier.map(unagreed) : earlier
  const drafted: BuildingShares[] = buildingIds.map((buildingId) =>
    newBuildingShares({
      fundingId: _id,
      building: places.buildingById.get(buildingId)!,
      name: nameOfBuilding(places, buildingId),
      homes: homes.filter((home) => home.buildingId === buildingId),
      earlier: known.find((one) => one.buildingId === buildingId) ?? null,
    }),
  )
  const treasurer = { personId: person._id, name: person.name }
  const key = newId('treasurer')
  return transact(async (tx) => {
    const before = await tx.fundings.get(_id)
    const kept = await tx.projects.get(projectId)
    if (!kept || (before?.state !== 'open' && !mayFundIn(kept))) return refuse('FUNDING_TOO_EARLY')
    // The shares were reckoned from what stood there before: what was imported meanwhile must not be lost.
    if (before?.updatedAt !== asBefore?.updatedAt) return refuse('CONFLICT')
    const isNew = before?.treasurer.personId !== treasurer.personId
    const asked: Funding = {
      _id,
      communityId,
      projectId,
      title: kept.title,
      rule,
      totalFen,
      buildingIds,
      treasurer,
      state: before?.state ?? 'draft',
      base: before?.base ?? { households: 0, areaHundredths: 0, largestFen: 0 },
      openedAt: before?.openedAt ?? null,
      remindedAt: before?.remindedAt ?? null,
      // Whoever keeps the money from now on has seen nothing of it yet.
      confirmedFen: isNew ? null : before.confirmedFen,
      sums: before?.sums ?? [],
      updatedAt: toInstant(now),
    }
    const tell = async (funding: Funding) => {
      await tx.fundings.put(funding)
      if (isNew && treasurer.personId !== actor.personId)
        await tx.notices.create(treasurerNotice(funding, { key, recipientId: treasurer.personId, now }))
    }
    if (before?.state === 'open') {
      if (!isSamePlan(before, asked)) return refuse('FUNDING_ALREADY_OPEN')
      await tell(asked)
      return fundingView(asked)
    }
    const { funding, buildings } = withShares(asked, drafted)
    for (const gone of earlier.filter(({ buildingId }) => !buildingIds.includes(buildingId)))
      await tx.buildingShares.remove(gone._id)
    for (const building of buildings) await tx.buildingShares.put(building)
    await tell(funding)
    if (kept.fundingId !== _id) await tx.projects.put({ ...kept, fundingId: _id })
    return fundingView(funding)
  })
}

const isSamePlan = (a: Funding, b: Funding): boolean =>
  a.rule === b.rule &&
  a.totalFen === b.totalFen &&
  [...a.buildingIds].sort().join() === [...b.buildingIds].sort().join()
