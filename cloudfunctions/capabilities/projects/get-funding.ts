import type { projects } from '@/shared/contracts/projects'
import { collectedOf } from '@/shared/domain/projects/collected'
import { isSpendingConfirmed, spentOf } from '@/shared/domain/projects/final-account'
import type { Funding } from '@/shared/domain/projects/funding'
import { isCovered } from '@/shared/domain/projects/money'
import type { Project } from '@/shared/domain/projects/project'
import { keptFunding } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import { residueWords } from '@/shared/kernel/projects'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { fundingKeptBy } from './funding-of'

/** A self-funding as its treasurer sees it: what every building comes to, and whether slips and shares say the same. */
export const getFunding: Handler<typeof projects.getFunding> = async ({ projectId }, { actor, now, store }) => {
  const funding = await fundingKeptBy(store, projectId, actor)
  if (!funding) return refuse('NOT_FOUND')
  const [project, rows] = await Promise.all([
    store.projects.get(projectId),
    store.aggregate('payments', { fundingId: funding._id, voided: null }, [
      { group: { _id: '$kind', fen: { $sum: '$fen' }, count: { $sum: 1 } } },
    ]),
  ])
  const kinds = rows as { _id: 'paid' | 'refunded'; fen: number; count: number }[]
  const slipsOf = (kind: 'paid' | 'refunded') => kinds.find(({ _id }) => _id === kind)?.fen ?? 0
  const view = keptFunding(funding)
  const [paidFen, refundedFen] = [slipsOf('paid'), slipsOf('refunded')]
  return {
    ...view,
    residue: residueWords[funding.rule],
    buildings: funding.sums,
    slips: {
      count: kinds.reduce((sum, { count }) => sum + count, 0),
      paidFen,
      refundedFen,
      isEqual: paidFen === view.sums.paidFen && refundedFen === view.sums.refundedFen,
    },
    spending: project && spendingOf(project, funding, collectedOf(view.sums)),
    now: toInstant(now),
  }
}

/** What there is to confirm of the final account; null before payment has begun, and where nothing of it is spent. */
const spendingOf = (project: Project, funding: Funding, collectedFen: number) => {
  const fen = funding.state === 'open' ? spentOf(project) : null
  return fen
    ? {
        fen,
        isCovered: isCovered(project, collectedFen),
        isConfirmed: isSpendingConfirmed(project, funding, collectedFen),
      }
    : null
}
