import type { projects } from '@/shared/contracts/projects'
import { setBudget as withBudget } from '@/shared/domain/projects/budget'
import { spentOf } from '@/shared/domain/projects/final-account'
import { totalOf } from '@/shared/domain/projects/money'
import { canSeeProject } from '@/shared/domain/projects/moves'
import { spendingNotice } from '@/shared/domain/projects/project-notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Writes the budget, and after the notice the figures of the final account beside it. */
export const setBudget: Handler<typeof projects.setBudget> = ({ id, lines }, { actor, now, newId, transact }) => {
  const key = newId('spending')
  return transact(async (tx) => {
    const project = await tx.projects.get(id)
    if (!canSeeProject(project, actor)) return refuse('NOT_FOUND')
    const funding = project.fundingId ? await tx.fundings.get(project.fundingId) : null
    const next = withBudget(project, lines, { isCollected: funding?.state === 'open' })
    if (isRefusal(next)) return next
    await tx.projects.put({ ...next, updatedAt: toInstant(now) })
    const spentFen = spentOf(next)
    if (
      funding?.state === 'open' &&
      spentFen &&
      spentFen !== spentOf(project) &&
      funding.treasurer.personId !== actor.personId
    )
      await tx.notices.create(spendingNotice(funding, { key, recipientId: funding.treasurer.personId, now }))
    return { total: totalOf(next.lines) }
  })
}
