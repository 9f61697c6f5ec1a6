import type { projects } from '@/shared/contracts/projects'
import { fundingIdOf, isTreasurer, openFunding as opened } from '@/shared/domain/projects/funding'
import { mayFundIn } from '@/shared/domain/projects/plan-funding'
import { openedAnnouncement } from '@/shared/domain/projects/project-notices'
import { keptFunding } from '@/shared/domain/projects/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { fundingKeptBy, listBuildings, membersOf } from './funding-of'

/** Begins payment: the shares are fixed, and every household is told of its own. */
export const openFunding: Handler<typeof projects.openFunding> = async (
  { projectId },
  { actor, now, store, newId, transact },
) => {
  const asked = await fundingKeptBy(store, projectId, actor)
  if (!asked) return refuse('NOT_FOUND')
  const buildings = await listBuildings(store, asked._id)
  const householdIds = buildings.flatMap(({ shares }) => shares.map((one) => one.householdId))
  const members = await membersOf(store, actor.communityId, householdIds)
  const key = newId('opened')
  return transact(async (tx) => {
    const funding = await tx.fundings.get(fundingIdOf(projectId))
    if (!funding || !isTreasurer(funding, actor)) return refuse('NOT_FOUND')
    if (funding.updatedAt !== asked.updatedAt) return refuse('CONFLICT')
    const project = await tx.projects.get(projectId)
    if (!project || !mayFundIn(project)) return refuse('FUNDING_TOO_LATE')
    await tx.projects.guard(projectId)
    const next = opened(funding, project.lines, buildings, now)
    if (isRefusal(next)) return next
    await tx.fundings.put(next)
    if (members.length > 0) await tx.announcements.create(openedAnnouncement(next, key, members, now))
    return keptFunding(next)
  })
}
