import type { projects } from '@/shared/contracts/projects'
import { collectedFor } from '@/shared/domain/projects/collected'
import { spendingOf } from '@/shared/domain/projects/final-account'
import { canSeeProject, decideProjectMove } from '@/shared/domain/projects/moves'
import { allocated } from '@/shared/domain/projects/propose'
import { peopleOf } from '@/shared/domain/projects/grown-from'
import { grownAnnouncement, ownerNotice, stepNotice } from '@/shared/domain/projects/project-notices'
import { projectRow } from '@/shared/domain/projects/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Takes a project a step further. Approving takes its share of the call's fund, and the final account gives back what was not needed. */
export const moveProject: Handler<typeof projects.moveProject> = async (
  { id, move, sentence, ownerId, until },
  { actor, now, store, newId, transact },
) => {
  const asked = await store.projects.get(id)
  if (!canSeeProject(asked, actor)) return refuse('NOT_FOUND')
  const [person, issue] = await Promise.all([
    ownerId ? store.persons.get(ownerId) : null,
    move === 'screen' && asked.issueId ? store.issues.get(asked.issueId) : null,
  ])
  if (ownerId && person?.communityId !== actor.communityId) return refuse('OWNER_UNFIT')
  const owner = person ? { personId: person._id, name: person.name } : undefined
  const key = newId('step')
  return transact(async (tx) => {
    const project = await tx.projects.get(id)
    if (!canSeeProject(project, actor)) return refuse('NOT_FOUND')
    const funding = move === 'settle' && project.fundingId ? await tx.fundings.get(project.fundingId) : null
    const collectedFen = funding ? collectedFor(funding) : 0
    const next = decideProjectMove(project, move, { sentence, owner, until }, actor, {
      now,
      spending: spendingOf(project, funding, collectedFen),
    })
    if (isRefusal(next)) return next
    const call =
      project.callId && (move === 'approve' || move === 'settle') ? await tx.projectCalls.get(project.callId) : null
    if (call) {
      const after = allocated(call, project, next)
      if (isRefusal(after)) return after
      await tx.projectCalls.put(after)
    }
    await tx.projects.put(next)
    const { proposerId } = project
    if (proposerId !== actor.personId) await tx.notices.create(stepNotice(next, { key, recipientId: proposerId, now }))
    const met = issue ? peopleOf(issue).filter((personId) => personId !== actor.personId) : []
    if (met.length > 0) await tx.announcements.create(grownAnnouncement(next, `${key}-grown`, met, now))
    if (move === 'deliberate' && next.owner && next.owner.personId !== actor.personId)
      await tx.notices.create(ownerNotice(next, { key: `${key}-owner`, recipientId: next.owner.personId, now }))
    return projectRow(next, now)
  })
}
