import type { projects } from '@/shared/contracts/projects'
import { collectedFor } from '@/shared/domain/projects/collected'
import { decideConfirmSpending } from '@/shared/domain/projects/final-account'
import { fundingIdOf, isTreasurer } from '@/shared/domain/projects/funding'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Whoever keeps the money confirms what the final account spends of it; nobody else hears whether there is as much. */
export const confirmSpending: Handler<typeof projects.confirmSpending> = (
  { projectId, fen },
  { actor, now, transact },
) =>
  transact(async (tx) => {
    const funding = await tx.fundings.get(fundingIdOf(projectId))
    if (!funding || !isTreasurer(funding, actor)) return refuse('NOT_FOUND')
    const project = await tx.projects.get(projectId)
    if (!project) return refuse('NOT_FOUND')
    await tx.projects.guard(projectId)
    const next = decideConfirmSpending(funding, project, { fen, collectedFen: collectedFor(funding) })
    if (isRefusal(next)) return next
    await tx.fundings.put({ ...next, updatedAt: toInstant(now) })
    return { confirmedFen: fen }
  })
