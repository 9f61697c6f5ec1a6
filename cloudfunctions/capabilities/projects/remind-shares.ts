import type { projects } from '@/shared/contracts/projects'
import { balanceOf, isTreasurer, reminded } from '@/shared/domain/projects/funding'
import { mayCollectFor } from '@/shared/domain/projects/plan-funding'
import { reminderAnnouncement } from '@/shared/domain/projects/project-notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { fundingKeptBy, listBuildings, membersOf } from './funding-of'

/** Reminds the members of households that have not paid everything; nobody else learns who they are. */
export const remindShares: Handler<typeof projects.remindShares> = async (
  { projectId },
  { actor, now, store, newId, transact },
) => {
  const asked = await fundingKeptBy(store, projectId, actor)
  if (!asked) return refuse('NOT_FOUND')
  const owing = (await listBuildings(store, asked._id)).flatMap(({ shares }) =>
    shares.filter((one) => balanceOf(one) > 0).map((one) => one.householdId),
  )
  const members = await membersOf(store, actor.communityId, owing)
  const key = newId('reminded')
  return transact(async (tx) => {
    const funding = await tx.fundings.get(asked._id)
    if (!funding || !isTreasurer(funding, actor)) return refuse('NOT_FOUND')
    const project = await tx.projects.get(projectId)
    if (!project || !mayCollectFor(project)) return refuse('FUNDING_TOO_LATE')
    const next = reminded(funding, now)
    if (isRefusal(next)) return next
    await tx.fundings.put(next)
    if (members.length > 0) await tx.announcements.create(reminderAnnouncement(next, key, members, now))
    return { households: owing.length, people: members.length }
  })
}
