import { refuse, type Refusal } from '../../kernel/decision'
import type { Funding } from './funding'
import { fromSource, isCovered, isFinal } from './money'
import type { Project } from './project'

/** What the final account (决算) spends of what households paid; null before every line has its figure, and once it is published. */
export const spentOf = ({ state, isEnded, lines }: Pick<Project, 'state' | 'isEnded' | 'lines'>): number | null =>
  isFinal(lines) && state !== 'settled' && !isEnded ? fromSource(lines, 'selfFunding').finalFen : null

/**
 * Whether whoever keeps the money of households has confirmed what the final account spends of it, and still has as much. The desk writes
 * the final account and is not to know what came in (it could try one sum after another), so it hears no more than that the treasurer has
 * not confirmed this one.
 */
export const isSpendingConfirmed = (
  { lines }: Pick<Project, 'lines'>,
  funding: Pick<Funding, 'confirmedFen'> | null,
  collectedFen: number,
): boolean => {
  const { finalFen } = fromSource(lines, 'selfFunding')
  return funding?.confirmedFen === finalFen && finalFen <= collectedFen
}

/** How what the final account spends of households stands with whoever keeps their money; `uncollected`: nobody does, for none was asked for. */
export type Spending = 'confirmed' | 'unconfirmed' | 'uncollected'

/** The same of a project and its self-funding; a draft has collected nothing. */
export const spendingOf = (
  project: Pick<Project, 'lines'>,
  funding: Pick<Funding, 'state' | 'confirmedFen'> | null,
  collectedFen: number,
): Spending => {
  if (funding?.state !== 'open') return 'uncollected'
  return isSpendingConfirmed(project, funding, collectedFen) ? 'confirmed' : 'unconfirmed'
}

/** The treasurer confirms what the final account spends of what households paid: the sum that was read, and no more than there is. */
export const decideConfirmSpending = (
  funding: Funding,
  project: Pick<Project, 'state' | 'isEnded' | 'lines'>,
  { fen, collectedFen }: { fen: number; collectedFen: number },
): Funding | Refusal<'FUNDING_NOT_OPEN' | 'SPENDING_NOT_KNOWN' | 'SPENDING_CHANGED' | 'SPENDING_ABOVE_COLLECTED'> => {
  if (funding.state !== 'open') return refuse('FUNDING_NOT_OPEN')
  const spentFen = spentOf(project)
  if (spentFen === null) return refuse('SPENDING_NOT_KNOWN')
  if (spentFen !== fen) return refuse('SPENDING_CHANGED')
  return isCovered(project, collectedFen) ? { ...funding, confirmedFen: fen } : refuse('SPENDING_ABOVE_COLLECTED')
}
