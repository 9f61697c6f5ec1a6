import { moneySources, type MoneySource } from '../../kernel/projects'
import type { BudgetLine } from './project'

/** What the lines come to: planned, and by the final account as far as it is known. */
export interface MoneySum {
  plannedFen: number
  finalFen: number
}

const summed = (lines: readonly BudgetLine[]): MoneySum => ({
  plannedFen: lines.reduce((sum, { plannedFen }) => sum + plannedFen, 0),
  finalFen: lines.reduce((sum, { finalFen }) => sum + (finalFen ?? 0), 0),
})

export const totalOf = summed

/** What one source gives. */
export const fromSource = (lines: readonly BudgetLine[], wanted: MoneySource): MoneySum =>
  summed(lines.filter(({ source }) => source === wanted))

/** The sources that give something, in their fixed order; together they are the total. */
export const sourcesOf = (lines: readonly BudgetLine[]): (MoneySum & { source: MoneySource })[] =>
  moneySources
    .filter((source) => lines.some((line) => line.source === source))
    .map((source) => ({ source, ...fromSource(lines, source) }))

/** Whether every line has its figure of the final account. */
export const isFinal = (lines: readonly BudgetLine[]): boolean =>
  lines.length > 0 && lines.every(({ finalFen }) => finalFen !== null)

/** What of the special fund a project takes: its plan, and once it is settled what it cost. */
export const takenOf = (lines: readonly BudgetLine[], isSettled: boolean): number => {
  const { plannedFen, finalFen } = fromSource(lines, 'specialFund')
  return isSettled ? finalFen : plannedFen
}

/** Whether households paid as much as the final account spends of theirs. */
export const isCovered = ({ lines }: { lines: readonly BudgetLine[] }, collectedFen: number): boolean =>
  fromSource(lines, 'selfFunding').finalFen <= collectedFen
